/** A form drawn from a JSON Schema, the same for applicants and handlers. */
// The package's root also exports a test helper that needs ajv; the form alone does not.
import Form from '@rjsf/core/lib/components/Form.js';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { forwardRef, useImperativeHandle, useMemo, useRef, type ReactNode } from 'react';
import type { FormData, ItemForm } from '../../api/model.js';
import './form.css';
import { templates } from './templates.js';
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
  onChange: (value: FormData) => void;
  onSubmit?: (value: FormData) => void;
  readonly?: boolean;
  /** Fields that were asked to be corrected. */
  flagged?: string[];
  /** Starts the ids of the fields when a page has two forms. */
  idPrefix?: string;
  children?: ReactNode;
}

function uiSchemaOf(form: ItemForm, flagged: string[]): UiSchema<Data> {
  const ui: Record<string, unknown> = { ...form.uiSchema };
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

/** A consent or a choice is the person's: only a `default` of the schema is filled in. */
const NOTHING_PRESET = { constAsDefaults: 'never' } as const;

export const SchemaForm = forwardRef<SchemaFormHandle, Props>(function SchemaForm(props, ref) {
  const inner = useRef<Form<Data>>(null);
  useImperativeHandle(ref, () => ({ validate: () => inner.current?.validateForm() ?? true }));
  const { form } = props;
  const schema = useMemo(() => bodyOf(form.schema), [form]);
  const flagged = props.flagged?.join(' ') ?? '';
  const uiSchema = useMemo(
    () => uiSchemaOf(form, flagged ? flagged.split(' ') : []),
    [form, flagged],
  );
  return (
    <Form<Data>
      ref={inner}
      className="schema-form"
      schema={schema}
      uiSchema={uiSchema}
      formData={props.value as Data}
      validator={schemaValidator}
      templates={templates}
      widgets={widgets}
      experimental_defaultFormStateBehavior={NOTHING_PRESET}
      showErrorList="top"
      noHtml5Validate
      readonly={props.readonly ?? false}
      onChange={(event) => props.onChange((event.formData ?? {}) as FormData)}
      onSubmit={(event) => props.onSubmit?.((event.formData ?? {}) as FormData)}
    >
      {props.children ?? <span />}
    </Form>
  );
});
