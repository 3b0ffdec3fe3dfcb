/** What is wrong with what was filled in: told in Chinese, every fault at once. */
import type { ErrorObject } from 'ajv';
import localize from 'ajv-i18n';
import { hiddenFields, shownData } from '../../../bpmn/forms/conditions/index.js';
import {
  type FormField,
  isBlank,
  strayDays,
  type StrayDay,
  strayTexts,
  type StrayText,
} from '../../../bpmn/forms/index.js';
import { dateOf } from '../../../workflows/clock/index.js';
import { type DomainError, unprocessable } from '../../platform/errors.js';
import { compileForm } from './compile.js';
import type { FormFieldDto } from './form-field.dto.js';
import type { Form } from './store.js';

// Its types announce a default export that the module does not have.
const { zh } = localize as unknown as { zh: (errors: ErrorObject[]) => void };

/** What to tell where ajv's own words help nobody. */
const FORMAT_ADVICE: Record<string, string> = {
  'id-number': '身份证号码不正确，请核对 18 位号码（含校验码）',
  'credit-code': '统一社会信用代码不正确，请核对 18 位代码（含校验码）',
  'bank-card': '银行卡号不正确，请核对（含末位校验码）',
  phone: '电话号码不正确，请填写 11 位手机号或带区号的固定电话',
  date: '应为日期，例如 2026-11-22',
};

/** One fault: the field as a JSON pointer, and what to do about it. */
export interface FormFault {
  field: string;
  title: string;
  message: string;
}

function faultOf(error: ErrorObject): FormFault {
  const params = error.params as Record<string, string | undefined>;
  const rule = error.parentSchema as FormFieldDto | undefined;
  const missing = error.keyword === 'required' ? params.missingProperty : undefined;
  const field = missing ? `${error.instancePath}/${missing}` : error.instancePath || '/';
  const title = (missing ? rule?.properties?.[missing]?.title : rule?.title) ?? field.slice(1);
  const advice = error.keyword === 'format' ? FORMAT_ADVICE[params.format ?? ''] : undefined;
  const text = missing ? '必须填写' : (advice ?? error.message ?? '不符合要求');
  return { field, title, message: `${title || '表单'}：${text}` };
}

type Data = Record<string, unknown>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every fault of the data against a form: what is asked by its conditions is checked, and nothing else
 * may be answered.
 * @param at instant in ms that conditions and days' bounds take for now
 */
export function formFaults(form: Form, data: unknown, at = Date.now()): FormFault[] {
  const { schema, validate } = form;
  if (!isObject(data)) return refused(validate, data);
  const hidden = hiddenFields(schema, data, at);
  const asked = answered(shownData(data, hidden));
  return [
    ...refused(validate, asked).filter(({ field }) => !hidden.has(field.slice(1))),
    ...[...hidden]
      .filter((name) => data[name] !== undefined && data[name] !== null)
      .map((name) => notAsked(name, schema)),
    ...strayDays(schema, asked, dateOf(at), meets).map(strayDayFault),
    ...strayTexts(schema, asked).map(strayTextFault),
  ];
}

/** What is null or blank was not answered: a condition takes it so too. */
const answered = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && !isBlank(value)));

function refused(validate: Form['validate'], data: unknown): FormFault[] {
  if (validate(data)) return [];
  // if/then wrappers only repeat that something inside them failed.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  zh(errors);
  return errors.map(faultOf);
}

function notAsked(name: string, { properties }: FormFieldDto): FormFault {
  const title = properties?.[name]?.title ?? name;
  return { field: `/${name}`, title, message: `${title}：所填情形下不用填写，请去掉` };
}

const BOUNDS = { earliest: '不能早于', latest: '不能晚于' } as const;

const strayDayFault = ({ path, title, bound, day, ofTitle }: StrayDay): FormFault => {
  const limit = ofTitle === undefined ? day : `${ofTitle}（${day}）`;
  return { field: `/${path.join('/')}`, title, message: `${title}：${BOUNDS[bound]} ${limit}` };
};

const strayTextFault = ({ path, title }: StrayText): FormFault => ({
  ...{ field: `/${path.join('/')}`, title },
  message: `${title}：不能有表情图案和看不见的控制字符，请用文字填写`,
});

/** Conditions are parts of forms that never change: each is compiled once. */
const conditions = new WeakMap<object, Form['validate']>();

function meets(condition: FormField, answers: Data): boolean {
  const known = conditions.get(condition) ?? compileForm({ schema: condition as FormFieldDto });
  conditions.set(condition, known);
  return known(answers) === true;
}

/** @param faults at least one */
export function formInvalid(faults: readonly FormFault[]): DomainError {
  return unprocessable(
    'form-invalid',
    `表单有 ${faults.length} 处需要修改：${faults[0]!.message}${faults.length > 1 ? ' 等' : ''}。请改正后再提交。`,
    { errors: faults },
  );
}
