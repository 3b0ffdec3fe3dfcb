/** What is served of a form: JSON Schema (draft 7), the words of it that our forms are written in. */
import type { FormField } from '../../../bpmn/forms/index.js';
import { Shown } from '../../platform/http/index.js';

const OPTIONAL = { optional: true } as const;

/** A text, a number, or yes or no. */
const PLAIN = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
type Plain = string | number | boolean;

const text = () => Shown.text(OPTIONAL);
const number = () => Shown.number(OPTIONAL);
const whole = () => Shown.whole(OPTIONAL);
/** The shape within itself. */
const part = () => Shown.as<FormFieldDto, typeof OPTIONAL>({ type: () => FormFieldDto }, OPTIONAL);
const parts = () =>
  Shown.as<FormFieldDto[], typeof OPTIONAL>({ type: () => [FormFieldDto] }, OPTIONAL);

export class FormChoiceDto {
  @Shown.as<Plain, object>(PLAIN)
  const: Plain;

  @Shown.text({ optional: true, description: '选项的名称' })
  title?: string;
}

export class PrefillDto {
  @Shown.text('共享的登记库')
  register: string;

  @Shown.text('登记库中的哪一项')
  field: string;
}

/** A field of a form, and a form itself. */
export class FormFieldDto implements FormField {
  @text()
  $schema?: string;

  @text()
  $id?: string;

  @text()
  title?: string;

  @text()
  description?: string;

  @text()
  type?: string;

  @text()
  format?: string;

  @Shown.as<Plain, typeof OPTIONAL>(PLAIN, OPTIONAL)
  default?: Plain;

  @Shown.as<Plain, typeof OPTIONAL>(PLAIN, OPTIONAL)
  const?: Plain;

  @Shown.as<Plain[], typeof OPTIONAL>({ type: 'array', items: PLAIN }, OPTIONAL)
  enum?: Plain[];

  @Shown.texts({ optional: true, description: 'enum 各值的名称' })
  enumNames?: string[];

  @Shown.list(FormChoiceDto, OPTIONAL)
  oneOf?: FormChoiceDto[];

  @whole()
  minLength?: number;

  @whole()
  maxLength?: number;

  @text()
  pattern?: string;

  @number()
  minimum?: number;

  @number()
  maximum?: number;

  @number()
  exclusiveMinimum?: number;

  @number()
  multipleOf?: number;

  @whole()
  minItems?: number;

  @whole()
  maxItems?: number;

  @Shown.flag(OPTIONAL)
  uniqueItems?: boolean;

  @part()
  items?: FormFieldDto;

  @Shown.as<Record<string, FormFieldDto>, typeof OPTIONAL>(
    {
      type: 'object',
      additionalProperties: { $ref: '#/components/schemas/FormFieldDto' },
    },
    OPTIONAL,
  )
  properties?: Record<string, FormFieldDto>;

  @Shown.texts({ optional: true, description: '必须填写的字段' })
  required?: string[];

  @Shown.flag(OPTIONAL)
  additionalProperties?: boolean;

  @parts()
  allOf?: FormFieldDto[];

  @part()
  if?: FormFieldDto;

  @part()
  then?: FormFieldDto;

  @part()
  else?: FormFieldDto;

  @Shown.text({ optional: true, description: '字段的种类；类型已说明的不写' })
  'x-kind'?: string;

  @Shown.text({ optional: true, description: '条件（FEEL，用其他字段的名称）：为真时才填这一项' })
  'x-shown'?: string;

  @Shown.one(PrefillDto, { optional: true, description: '从哪里预填' })
  'x-prefill'?: PrefillDto;

  @Shown.text({
    optional: true,
    description: '最早的日期：2026-11-30、today、today-18y、startOn+1d',
  })
  'x-earliest'?: string;

  @Shown.text({ optional: true, description: '最晚的日期' })
  'x-latest'?: string;

  @Shown.text({ optional: true, description: '英文名称' })
  'x-title-en'?: string;

  @Shown.text({ optional: true, description: '英文说明' })
  'x-description-en'?: string;
}
