/** Answers read back under the questions' titles: check-your-answers, case page, workbench. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormData, ItemForm, Json, JsonSchema } from '../../api/model.js';
import { formOf } from './SchemaForm.js';

interface Property {
  title?: string;
  type?: string;
  enum?: Json[];
  enumNames?: string[];
  oneOf?: { const?: Json; title?: string }[];
  items?: Property;
  properties?: Record<string, Property>;
}

interface Answer {
  name: string;
  path: string;
  title: string;
  text: string;
}

type Translate = (key: string) => string;

function textOf(value: Json | undefined, property: Property, t: Translate): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
  if (Array.isArray(value)) {
    return value.map((one) => textOf(one, property.items ?? {}, t)).join('、');
  }
  if (typeof value === 'object') return Object.values(value).map(String).join('，');
  const named = property.oneOf?.find((option) => option.const === value)?.title;
  const index = property.enum?.indexOf(value) ?? -1;
  return named ?? property.enumNames?.[index] ?? String(value);
}

/** Properties of the conditional parts count as well: they hold what a choice asked for. */
function propertiesOf(schema: JsonSchema): Record<string, Property> {
  const own = (schema.properties ?? {}) as Record<string, Property>;
  const parts = [...((schema.allOf ?? []) as JsonSchema[]), schema.then, schema.else]
    .filter((part): part is JsonSchema => typeof part === 'object' && part !== null)
    .map(propertiesOf);
  return Object.assign({}, ...parts, own) as Record<string, Property>;
}

/** In the order of the form on the page. */
function inOrder(answers: Answer[], order: unknown): Answer[] {
  if (!Array.isArray(order)) return answers;
  const place = ({ name }: Answer) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return answers.toSorted((a, b) => place(a) - place(b));
}

function collect(schema: JsonSchema, data: FormData, t: Translate, prefix = 'root'): Answer[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    const value = data[name];
    const path = `${prefix}_${name}`;
    if (property.type === 'object' && typeof value === 'object' && value && !Array.isArray(value)) {
      return collect(property as JsonSchema, value, t, path);
    }
    const text = textOf(value, property, t);
    return text ? [{ name, path, title: property.title ?? name, text }] : [];
  });
}

interface Props {
  form: ItemForm | JsonSchema | null;
  value: FormData;
  action?: (name: string, path: string, title: string) => ReactNode;
}

function Action({ node }: { node: ReactNode }) {
  return node ? <dd className="answer-action">{node}</dd> : null;
}

export function AnswerList({ form, value, action }: Props) {
  const { t } = useTranslation();
  const { schema, uiSchema } = form ? formOf(form) : { schema: null };
  const answers = schema ? inOrder(collect(schema, value, t), uiSchema?.['ui:order']) : [];
  if (answers.length === 0) return <p className="muted">{t('form.empty')}</p>;
  return (
    <dl className="answers">
      {answers.map((answer) => (
        <div key={answer.path}>
          <dt>{answer.title}</dt>
          <dd>{answer.text}</dd>
          <Action node={action?.(answer.name, answer.path, answer.title)} />
        </div>
      ))}
    </dl>
  );
}
