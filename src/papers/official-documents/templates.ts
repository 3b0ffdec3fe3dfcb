/** Templates by version: drafted, published with the day they hold from, never overwritten. */
import type { EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { badRequest, conflict, notFound, unprocessable } from '../../platform/errors.js';
import { isoDay } from './chinese-date.js';
import { rulesOf, type DocumentKind } from './kinds/index.js';
import { templateFaults } from './template.js';

export interface Template {
  kind: string;
  /** 0 = the one built in. */
  version: number;
  state: 'draft' | 'published';
  body: string;
  /** yyyy-MM-dd; null while it is a draft. The built-in one holds since ever. */
  effectiveFrom: string | null;
  savedBy: string | null;
  savedAt: Date | null;
  publishedAt: Date | null;
}

const COLUMNS = `t.kind, t.version, t.state, t.body, t.effective_from::text AS "effectiveFrom",
  (SELECT name FROM person WHERE id = t.saved_by) AS "savedBy", t.saved_at AS "savedAt",
  t.published_at AS "publishedAt"`;

const builtIn = (kind: DocumentKind): Template => ({
  kind: kind.code,
  version: 0,
  state: 'published',
  body: kind.template,
  effectiveFrom: '2000-01-01',
  savedBy: null,
  savedAt: null,
  publishedAt: null,
});

/** The template that holds on a day: of those in force the latest. */
export async function templateFor(
  manager: EntityManager,
  kind: DocumentKind,
  at: Date,
): Promise<Template> {
  const [row] = await manager.query<Template[]>(
    `SELECT ${COLUMNS} FROM document_template t
      WHERE t.kind = $1 AND t.state = 'published' AND t.effective_from <= $2
      ORDER BY t.effective_from DESC, t.version DESC LIMIT 1`,
    [kind.code, isoDay(at)],
  );
  return row ?? builtIn(kind);
}

/** Newest first, the built-in one last. */
export async function templatesOf(manager: EntityManager, kind: DocumentKind): Promise<Template[]> {
  const rows = await manager.query<Template[]>(
    `SELECT ${COLUMNS} FROM document_template t WHERE t.kind = $1 ORDER BY t.version DESC`,
    [kind.code],
  );
  return [...rows, builtIn(kind)];
}

/** @throws DomainError 422 `template-invalid` with every fault's line and column */
export function requireSound(kind: DocumentKind, body: string): void {
  const faults = templateFaults(body, rulesOf(kind));
  if (faults.length === 0) return;
  const [{ line, column, message }] = faults as [(typeof faults)[number]];
  throw unprocessable(
    'template-invalid',
    `模板有 ${faults.length} 处需要修改：第 ${line} 行第 ${column} 字，${message}`,
    { errors: faults.map((fault) => ({ field: 'body', ...fault })) },
  );
}

/** Saves the kind's draft; there is one at a time. @throws DomainError as `requireSound` */
export async function saveTemplate(
  manager: EntityManager,
  kind: DocumentKind,
  body: string,
  by: { person: string; post: string | null },
): Promise<void> {
  requireSound(kind, body);
  const [saved] = await manager.query<{ version: number }[]>(
    `INSERT INTO document_template (kind, version, state, body, saved_by)
     SELECT $1, coalesce(
              (SELECT version FROM document_template WHERE kind = $1 AND state = 'draft'),
              (SELECT max(version) + 1 FROM document_template WHERE kind = $1), 1), 'draft', $2, $3
     ON CONFLICT (kind, version) DO UPDATE SET body = $2, saved_by = $3, saved_at = now()
     RETURNING version`,
    [kind.code, body, by.person],
  );
  await audit(manager, {
    ...by,
    act: 'document-template.save',
    target: `document-kind:${kind.code}`,
    outcome: 'done',
    detail: { version: saved!.version },
  });
}

/**
 * Publishes the draft from a day on, today at the earliest: what was written yesterday was written by
 * yesterday's words.
 * @throws DomainError `template-has-no-draft`, `effective-day-past`, `bad-day`
 */
export async function publishTemplate(
  manager: EntityManager,
  kind: DocumentKind,
  effectiveFrom: string,
  by: { person: string; post: string | null },
): Promise<void> {
  if (Number.isNaN(Date.parse(`${effectiveFrom}T00:00:00+08:00`))) {
    throw badRequest('bad-day', `“${effectiveFrom}”不是日期，应为 2026-12-01 这样的形式。`);
  }
  if (effectiveFrom < isoDay(new Date())) {
    throw conflict('effective-day-past', '生效日期不能早于今天；请选择今天或以后的日期。');
  }
  const [rows] = await manager.query<[{ version: number; body: string }[], number]>(
    `UPDATE document_template SET state = 'published', effective_from = $2, published_by = $3,
            published_at = now()
      WHERE kind = $1 AND state = 'draft' RETURNING version, body`,
    [kind.code, effectiveFrom, by.person],
  );
  const published = rows[0];
  if (!published) {
    throw notFound('template-has-no-draft', `“${kind.name}”没有待发布的草稿，请先保存一个。`);
  }
  requireSound(kind, published.body);
  await audit(manager, {
    ...by,
    act: 'document-template.publish',
    target: `document-kind:${kind.code}`,
    outcome: 'done',
    detail: { version: published.version, effectiveFrom },
  });
}
