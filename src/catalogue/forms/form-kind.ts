/** Forms as versioned definitions: kept with their faults, published without any. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import { withOrder } from '../../../bpmn/forms/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import {
  differencesOf,
  type Part,
  type Publication,
  type Published,
  type VersionedKind,
} from '../../versions/index.js';
import { findingsOfForm } from './findings.js';
import { fieldProblems } from './item-fields.js';
import type { FormContent } from './store.js';

/** What is said only when a form is published; null = it comes with the platform. */
export type FormTerms = { note: string } | null;

/** @throws DomainError `bad-form`, what is no form at all; at publication `form-has-findings`, `form-breaks-items` */
export const FORMS: VersionedKind<FormContent, FormTerms> = {
  code: 'form',
  subject: 'Form',
  acts: { save: 'form.save-draft', drop: 'form.drop-draft', publish: 'form.publish' },
  heldUpBy: ['form-breaks-items'],
  target: (key) => `form:${key}`,
  noDraft: (key) => notFound('no-draft', `表单 ${key} 没有草稿可发布。请先保存草稿。`),

  async read(manager, key, version) {
    const [row] = await manager.query<{ version: number; by: string; content: FormContent }[]>(
      `SELECT version, created_by AS by, content FROM form_version
        WHERE form_id = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    return row ?? null;
  },

  async check(manager, _key, content) {
    const findings = await findingsOfForm(manager, content);
    return { content: inOrder(content), findings };
  },

  async publish(manager, publication) {
    refuseErrors(await findingsOfForm(manager, publication.content));
    await refuseBrokenItems(manager, publication);
    const ordered = { ...publication, content: inOrder(publication.content) };
    return (await publishedAlready(manager, ordered)) ?? insert(manager, ordered);
  },

  detail: (_, terms) => ({ note: terms?.note ?? '' }),

  differences: (before, after) => Promise.resolve(differencesOf(partsOf(before), partsOf(after))),
};

const inOrder = ({ schema, uiSchema }: FormContent): FormContent => ({
  schema,
  uiSchema: withOrder(schema, uiSchema),
});

function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw unprocessable(
    'form-has-findings',
    `表单有 ${errors.length} 处问题，未发布。第一处：${errors[0]!.message}`,
    { findings: errors },
  );
}

/**
 * Items that are applied for with the form still find in it what they found in the version in force. What
 * was wrong with them before holds nothing up: it is their keepers' to mend, and a release's forms come in
 * the whole upgrade.
 * @throws DomainError `form-breaks-items` naming them
 */
async function refuseBrokenItems(
  manager: EntityManager,
  { key, content }: Publication<FormContent, FormTerms>,
): Promise<void> {
  const inForce = await FORMS.read(manager, key);
  const items = await manager.query<{ code: string; name: string; data: object }[]>(
    `SELECT code, name, data FROM item_in_use WHERE data ->> 'form' = $1 ORDER BY code, version`,
    [key],
  );
  const errors = items.flatMap(({ code, name, data }) =>
    newProblems(data, inForce?.content, content).map(({ path, message }) => ({
      ...{ field: path, item: code, message: `事项“${name}”：${message}` },
    })),
  );
  if (errors.length === 0) return;
  throw unprocessable(
    'form-breaks-items',
    `用这张表单的事项还要用到其中的字段，未发布。${errors[0]!.message}${errors.length > 1 ? ' 等' : ''}`,
    { errors },
  );
}

/** Those of an item that it had not with the form before. */
function newProblems(item: object, before: FormContent | undefined, after: FormContent) {
  const problems = before ? fieldProblems(item, before.schema) : [];
  const placed = ({ path, messageInEnglish }: (typeof problems)[number]) =>
    `${path} ${messageInEnglish}`;
  const known = new Set(problems.map(placed));
  return fieldProblems(item, after.schema).filter((problem) => !known.has(placed(problem)));
}

/** The version in force, when it says the same. */
async function publishedAlready(
  manager: EntityManager,
  { key, content }: Publication<FormContent, FormTerms>,
): Promise<Published | undefined> {
  const [row] = await manager.query<Published[]>(
    `SELECT version FROM form_version
      WHERE form_id = $1 AND state = 'published' AND content = $2::jsonb`,
    [key, JSON.stringify(content)],
  );
  return row;
}

async function insert(
  manager: EntityManager,
  { key, content, terms, by }: Publication<FormContent, FormTerms>,
): Promise<Published> {
  await manager.query(
    `UPDATE form_version SET state = 'retired' WHERE form_id = $1 AND state = 'published'`,
    [key],
  );
  const [row] = await manager.query<Published[]>(
    `INSERT INTO form_version (form_id, version, state, name, content, note, created_by)
     SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5
       FROM form_version WHERE form_id = $1 RETURNING version`,
    [key, content.schema.title ?? key, JSON.stringify(content), terms?.note ?? '', by],
  );
  return row!;
}

const WHOLE = '/';
const CONDITIONAL = '/allOf';
const LOOK = 'ui:';

/** Fields by name; then what holds of the whole. */
function partsOf(content: FormContent | null): Map<string, Part> {
  const parts = new Map<string, Part>();
  if (!content) return parts;
  const { properties = {}, required = [], allOf, ...whole } = content.schema;
  const part = (place: string, name: string, value: unknown) =>
    parts.set(place, { name, text: JSON.stringify(value), readable: true });
  for (const [name, field] of Object.entries(properties))
    part(name, field.title ?? name, {
      ...field,
      ...(required.includes(name) && { required: true }),
      ...(content.uiSchema[name] ? { [LOOK]: content.uiSchema[name] } : {}),
    });
  part(WHOLE, '整张表单', whole);
  if (allOf) part(CONDITIONAL, '按所填内容出现的部分', allOf);
  const look = Object.entries(content.uiSchema).filter(([name]) => !(name in properties));
  part(LOOK, '顺序与样式', Object.fromEntries(look));
  return parts;
}
