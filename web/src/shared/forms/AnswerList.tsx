/** Answers read back under the questions' titles: check-your-answers, case page, workbench. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choicesOf, fieldsOf } from '../../../../bpmn/forms/index.js';
import type { DraftFile, FormData, FormField, ItemForm, Json } from '../../api/model.js';

interface Answer {
  name: string;
  path: string;
  title: string;
  text: string;
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** An answer as people read it; empty = not answered. */
export function answerText(
  value: Json | undefined,
  property: FormField,
  t: Translate,
  files: readonly DraftFile[] = [],
): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
  if (Array.isArray(value)) {
    if (property['x-kind'] === 'file') {
      const names = value.flatMap((id) => files.find((file) => file.id === id)?.name ?? []);
      return names.length === value.length
        ? names.join('、')
        : t('form.files', { count: value.length });
    }
    const rows = property.items?.properties !== undefined;
    return value.map((one) => answerText(one, property.items ?? {}, t)).join(rows ? '；' : '、');
  }
  if (typeof value === 'object') return partsOf(value, property, t);
  const chosen = choicesOf(property)?.find((choice) => choice.value === value);
  return chosen?.label ?? String(value);
}

/** An address as it is written; of anything else each part under its title. */
function partsOf(value: FormData, property: FormField, t: Translate): string {
  const { place, detail } = value;
  if (property['x-kind'] === 'address') return `${String(place ?? '')}${String(detail ?? '')}`;
  return Object.entries(value)
    .flatMap(([name, part]) => {
      const field = property.properties?.[name] ?? {};
      const text = answerText(part, field, t);
      return text ? [`${field.title ?? name}：${text}`] : [];
    })
    .join('，');
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

interface Reading {
  t: Translate;
  /** What is known of the files that answers name. */
  files: readonly DraftFile[];
}

function collect(schema: FormField, data: FormData, reading: Reading, prefix = 'root'): Answer[] {
  return Object.entries(fieldsOf(schema)).flatMap(([name, property]) => {
    const value = data[name];
    const path = `${prefix}_${name}`;
    const isGroup = property.type === 'object' && property['x-kind'] !== 'address';
    if (isGroup && typeof value === 'object' && value && !Array.isArray(value)) {
      return collect(property, value, reading, path);
    }
    const text = answerText(value, property, reading.t, reading.files);
    return text ? [{ name, path, title: property.title ?? name, text }] : [];
  });
}

interface Props {
  form: ItemForm | null;
  value: FormData;
  files?: readonly DraftFile[];
  action?: (name: string, path: string, title: string) => ReactNode;
}

function Action({ node }: { node: ReactNode }) {
  return node ? <dd className="answer-action">{node}</dd> : null;
}

export function AnswerList({ form, value, files = [], action }: Props) {
  const { t } = useTranslation();
  const answers = form
    ? inOrder(collect(form.schema, value, { t, files }), form.uiSchema?.['ui:order'])
    : [];
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
