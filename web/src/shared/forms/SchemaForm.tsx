/** A form drawn from a JSON Schema, the same for applicants and handlers. */
// The package's root also exports a test helper that needs ajv; the form alone does not.
import Form from '@rjsf/core/lib/components/Form.js';
import type { FormValidation, RJSFSchema, UiSchema } from '@rjsf/utils';
import { forwardRef, useImperativeHandle, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTERS, strayTexts, tidyAnswers } from '../../../../bpmn/forms/index.js';
import type { FormData, FormField, ItemForm } from '../../api/model.js';
import { i18n } from '../i18n.js';
import { inEnglish, useAsked, withoutHidden } from './asked.js';
import { FIELD_OF_KIND, fields } from './fields.js';
import './form.css';
import { straysOf } from './strays.js';
import { useJudged } from './judged.js';
import { templates, type Told } from './templates.js';
import { schemaValidator } from './validator.js';
import { widgets } from './widgets.js';

type Data = Record<string, unknown>;

export interface SchemaFormHandle {
  /** Shows the errors, if any. @returns whether there are none */
  validate: () => boolean;
}

interface Props {
  form: ItemForm;
  value: FormData;
  /** @param by id of the control that was used; undefined where the form itself filled something in */
  onChange: (value: FormData, by?: string) => void;
  onSubmit?: (value: FormData) => void;
  readonly?: boolean;
  /** Fields that were asked to be corrected. */
  flagged?: string[];
  /** What was handed in, where it is corrected: what stays was right on its day. */
  before?: FormData;
  /** Fields that stand there as a register has them, and its name; left out: nobody asked one. */
  sources?: Record<string, string>;
  /** When it was handed in, ms: conditions are judged by that day; left out = now. */
  handedInAt?: number;
  /** Starts the ids of the fields when a page has two forms. */
  idPrefix?: string;
  /** Of a form in sections: the one shown; left out = all. */
  part?: number | null;
  children?: ReactNode;
}

/** What a field's kind and its register add to how it looks. */
function lookOf(
  field: FormField,
  own: Record<string, unknown>,
  source: string | null | undefined,
): Record<string, unknown> {
  const drawn = FIELD_OF_KIND[field['x-kind'] ?? ''];
  const prefill = field['x-prefill'];
  const bound = prefill && REGISTERS.find(({ code }) => code === prefill.register)?.name;
  const register = source === undefined ? bound : source;
  return {
    ...own,
    ...(drawn && { 'ui:field': drawn }),
    ...(register && { 'ui:help': i18n.t('form.prefilled', { register }) }),
  };
}

/** @param sources null = nobody asked a register */
function uiSchemaOf(
  form: ItemForm,
  flagged: string[],
  sources: Record<string, string> | null,
): UiSchema<Data> {
  const ui: Record<string, unknown> = { ...form.uiSchema };
  for (const [name, field] of Object.entries(form.schema.properties ?? {}))
    ui[name] = lookOf(
      field,
      (ui[name] ?? {}) as Record<string, unknown>,
      sources === null ? undefined : (sources[name] ?? null),
    );
  for (const name of flagged) {
    const own = (ui[name] ?? {}) as Record<string, unknown>;
    const options = (own['ui:options'] ?? {}) as Record<string, unknown>;
    ui[name] = { ...own, 'ui:options': { ...options, flagged: true } };
  }
  return ui as UiSchema<Data>;
}

/** The schema's title is the page's heading already. */
function bodyOf(schema: object): RJSFSchema {
  const {
    $schema: _draft,
    $id: _id,
    title: _title,
    description: _text,
    ...body
  } = schema as RJSFSchema;
  return body;
}

/** What JSON Schema cannot say: days that miss their bounds, texts that nobody can keep. */
function moreErrors(
  schema: FormField,
  given: { data: Data; before: Data | undefined },
  errors: FormValidation<Data>,
) {
  for (const { path, bound, day, ofTitle } of straysOf(schema, given)) {
    const limit = ofTitle === undefined ? day : i18n.t('form.error.day-of', { of: ofTitle, day });
    errorsAt(errors, path)?.addError(i18n.t(`form.error.${bound}`, { limit }));
  }
  for (const { path } of strayTexts(schema, given.data))
    errorsAt(errors, path)?.addError(i18n.t('form.error.stray-text'));
  return errors;
}

const errorsAt = (errors: FormValidation<Data>, path: string[]): FormValidation | undefined =>
  path.reduce<FormValidation | undefined>(
    (within, name) => (within as Record<string, FormValidation> | undefined)?.[name],
    errors,
  );

/** A consent or a choice is the person's: only a `default` of the schema is filled in. */
const NOTHING_PRESET = { constAsDefaults: 'never' } as const;

export const SchemaForm = forwardRef<SchemaFormHandle, Props>(function SchemaForm(props, ref) {
  const inner = useRef<Form<Data>>(null);
  const { form, value } = props;
  const judged = useJudged(form.schema, value, () => inner.current?.validateForm() ?? true);
  useImperativeHandle(ref, () => ({ validate: judged.whole }));
  const english = useTranslation().i18n.language === 'en';
  const { hidden, kept } = useAsked(form.schema, value, props.handedInAt);
  const names = [...hidden].join(' ');
  const asked = useMemo(
    () => withoutHidden(form.schema, new Set(names ? names.split(' ') : [])),
    [form, names],
  );
  const schema = useMemo(() => bodyOf(english ? inEnglish(asked) : asked), [asked, english]);
  const flagged = props.flagged?.join(' ') ?? '';
  const sources = props.sources ? JSON.stringify(props.sources) : 'null';
  const uiSchema = useMemo(
    () =>
      uiSchemaOf(
        form,
        flagged ? flagged.split(' ') : [],
        JSON.parse(sources) as Record<string, string> | null,
      ),
    [form, flagged, sources],
  );
  const tidy = (data: Data) => kept(tidyAnswers(form.schema, data as FormData));
  return (
    <div onSubmitCapture={judged.handingIn}>
      <Form<Data>
        ref={inner}
        className="schema-form"
        schema={schema}
        uiSchema={uiSchema}
        formData={value as Data}
        validator={schemaValidator}
        templates={templates}
        widgets={widgets}
        fields={fields}
        formContext={
          {
            ...{ attempt: judged.attempt, toTell: judged.toTell },
            // What is wrong may stand in any of them.
            part: judged.attempt > 0 ? null : (props.part ?? null),
          } satisfies Told
        }
        transformErrors={(errors) => errors.filter(({ property }) => judged.shows(property))}
        customValidate={(data, errors) => {
          const shown = Object.entries(data ?? {}).filter(([name]) => judged.shows(`.${name}`));
          return moreErrors(
            asked,
            { data: Object.fromEntries(shown), before: props.before },
            errors,
          );
        }}
        experimental_defaultFormStateBehavior={NOTHING_PRESET}
        showErrorList={judged.attempt > 0 ? 'top' : false}
        noHtml5Validate
        readonly={props.readonly ?? false}
        onChange={(event, by) => props.onChange(kept((event.formData ?? {}) as FormData), by)}
        onBlur={(id) => {
          const tidied = tidy(value as Data);
          if (tidied !== value) props.onChange(tidied, id);
          judged.left(id);
        }}
        onError={judged.refused}
        onSubmit={(event) => props.onSubmit?.(tidy(event.formData ?? {}))}
      >
        {props.children ?? <span />}
      </Form>
    </div>
  );
});
