/**
 * Versions of forms. A new case takes the one in force, a process that is published freezes those of its
 * tasks, and both keep them: a version is never changed, and none that is used goes away.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { ValidateFunction } from 'ajv';
import { notFound } from '../../platform/errors.js';
import { compileForm } from './compile.js';
import type { FormFieldDto } from './form-field.dto.js';

/** How a form looks: react-jsonschema-form's uiSchema. */
export type UiSchema = Record<string, unknown>;

/** What a version of a form says. */
export interface FormContent {
  schema: FormFieldDto;
  uiSchema: UiSchema;
}

export interface Form extends FormContent {
  id: string;
  version: number;
  validate: ValidateFunction;
}

/** More than a city's forms have versions in use; what is over it is compiled again. */
const MOST_KEPT = 500;
/** A version never changes, so it is compiled once a database. */
const kept = new WeakMap<DataSource, Map<string, Form>>();

function keptOf(dataSource: DataSource): Map<string, Form> {
  const forms = kept.get(dataSource) ?? new Map<string, Form>();
  kept.set(dataSource, forms);
  return forms;
}

/**
 * The version that cases and tasks opening now take.
 * @throws DomainError `form-not-found`
 */
export async function currentForm(manager: EntityManager, id: string): Promise<Form> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT version FROM form_version WHERE form_id = $1 AND state = 'published'`,
    [id],
  );
  if (!row) throw formNotFound(id);
  return formVersion(manager, id, row.version);
}

/**
 * The version that a case or task opened with.
 * @param version null: it opened before forms had versions, and has the first
 * @throws DomainError `form-not-found`
 */
export async function formVersion(
  manager: EntityManager,
  id: string,
  version: number | null,
): Promise<Form> {
  const forms = keptOf(manager.connection);
  const known = forms.get(`${id}@${version}`);
  if (known) return known;
  const [row] = await manager.query<({ version: number } & FormContentRow)[]>(
    `SELECT version, content FROM form_version
      WHERE form_id = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version LIMIT 1`,
    [id, version],
  );
  if (!row) throw formNotFound(id);
  const form = { id, version: row.version, ...row.content, validate: compileForm(row.content) };
  if (forms.size >= MOST_KEPT) forms.clear();
  forms.set(`${id}@${version}`, form);
  return form;
}

interface FormContentRow {
  content: FormContent;
}

/** Those in force of these keys, by key. */
export async function currentVersions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await manager.query<{ id: string; version: number }[]>(
    `SELECT form_id AS id, version FROM form_version
      WHERE form_id = ANY ($1) AND state = 'published'`,
    [ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export const formNotFound = (id: string) =>
  notFound('form-not-found', `没有已发布的表单 ${id}，请联系表单管理员。`);

/** Keeps beside a published model which versions its tasks show. */
export async function keepFormsOfProcess(
  manager: EntityManager,
  modelHash: string,
  forms: Record<string, number>,
): Promise<void> {
  await manager.query(
    `INSERT INTO process_form (model_hash, form_id, form_version)
     SELECT $1, key, value::int FROM jsonb_each_text($2::jsonb) ON CONFLICT DO NOTHING`,
    [modelHash, JSON.stringify(forms)],
  );
}
