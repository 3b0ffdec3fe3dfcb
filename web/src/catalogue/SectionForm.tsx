/** One section of an item as a form, made of the platform's own declaration of the fields. */
import Form from '@rjsf/core/lib/components/Form.js';
import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import type { EntryComment, ItemFinding } from '../api/model.js';
import { i18n } from '../shared/i18n.js';
import '../shared/forms/form.css';
import { templates } from '../shared/forms/templates.js';
import { schemaValidator } from '../shared/forms/validator.js';
import { widgets } from '../shared/forms/widgets.js';
import type { FieldSchema } from './useItemSchema.js';

type Data = Record<string, unknown>;

interface Props {
  schema: FieldSchema;
  fields: readonly string[];
  item: Data;
  findings: readonly ItemFinding[];
  /** What reviewers said and nobody answered yet. */
  comments: readonly EntryComment[];
  readonly: boolean;
  onChange: (fields: Data) => void;
}

/** Nothing is filled in that nobody wrote. */
const NOTHING_PRESET = { constAsDefaults: 'never', emptyObjectFields: 'skipDefaults' } as const;

export const wordsOf = ({ message, messageInEnglish }: ItemFinding): string =>
  i18n.language === 'en' && messageInEnglish ? messageInEnglish : message;

interface Remark {
  /** JSON pointer. */
  at: string;
  words: string;
}

const remarksOf = (
  findings: readonly ItemFinding[],
  comments: readonly EntryComment[],
): Remark[] => [
  ...comments.map(({ pointer, by, words }) => ({
    ...{ at: pointer ?? '', words: i18n.t('entry.at-element', { by, words }) },
  })),
  ...findings.map((finding) => ({ at: finding.element ?? '', words: wordsOf(finding) })),
];

/** What the rules and the reviewers say, at its very field, which shows one text. */
function errorsAt(remarks: readonly Remark[], fields: readonly string[]): ErrorSchema<Data> {
  const root: Record<string, unknown> = {};
  for (const { at: pointer, words } of remarks) {
    const names = pointer.split('/').slice(1);
    if (!fields.includes(names[0] ?? '')) continue;
    const at = names.reduce<Record<string, unknown>>(
      (within, name) => (within[name] ??= {}) as Record<string, unknown>,
      root,
    );
    const [before] = (at.__errors as string[] | undefined) ?? [];
    at.__errors = [before ? `${before} ${words}` : words];
  }
  return root as ErrorSchema<Data>;
}

export function SectionForm(props: Props) {
  const { schema, fields, item, findings, comments, readonly, onChange } = props;
  const own = useMemo(() => {
    const properties = fields.flatMap((name) => {
      const field = schema.properties?.[name];
      return field ? [[name, field] as const] : [];
    });
    return { type: 'object', properties: Object.fromEntries(properties) } as RJSFSchema;
  }, [schema, fields]);
  const ui = useMemo(() => ({ 'ui:order': [...fields, '*'] }) as UiSchema<Data>, [fields]);
  const errors = useMemo(
    () => errorsAt(remarksOf(findings, comments), fields),
    [findings, comments, fields],
  );
  const value = Object.fromEntries(
    fields.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]),
  );
  return (
    <Form<Data>
      className="schema-form"
      schema={own}
      uiSchema={ui}
      formData={value}
      validator={schemaValidator}
      templates={templates}
      widgets={widgets}
      extraErrors={errors}
      experimental_defaultFormStateBehavior={NOTHING_PRESET}
      showErrorList={false}
      noValidate
      noHtml5Validate
      readonly={readonly}
      onChange={(event) => onChange(event.formData ?? {})}
    >
      <span />
    </Form>
  );
}
