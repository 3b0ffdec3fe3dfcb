/** Templates as versioned definitions: sound when kept, published with the day they hold from. */
import { badRequest, conflict, notFound, unprocessable } from '../../platform/errors.js';
import { lineDifferences, type VersionedKind } from '../../versions/index.js';
import { isoDay } from './chinese-date.js';
import { kindOf, rulesOf, type DocumentKind } from './kinds/index.js';
import { templateFaults } from './template.js';

export interface TemplateContent {
  body: string;
}

export interface TemplateTerms {
  /** yyyy-MM-dd, today at the earliest: what was written yesterday was written by yesterday's words. */
  effectiveFrom: string;
}

/** @throws DomainError as `requireSound`; at publication `effective-day-past`, `bad-day` */
export const TEMPLATES: VersionedKind<TemplateContent, TemplateTerms> = {
  code: 'document-template',
  subject: 'Document',
  acts: { save: 'document-template.save', publish: 'document-template.publish' },
  target: (key) => `document-kind:${key}`,
  noDraft: (key) =>
    notFound('template-has-no-draft', `“${kindOf(key).name}”没有待发布的草稿，请先保存一个。`),

  async check(_, key, { body }) {
    requireSound(kindOf(key), body);
    return Promise.resolve({ content: { body }, findings: [] });
  },

  /** Version 0 is the one built in. */
  async read(manager, key, version) {
    const [row] = await manager.query<{ version: number; body: string }[]>(
      `SELECT version, body FROM document_template
        WHERE kind = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    if (row) return { version: row.version, content: { body: row.body } };
    return version ? null : { version: 0, content: { body: kindOf(key).template } };
  },

  async publish(manager, { key, content: { body }, terms: { effectiveFrom }, by, drafted }) {
    requireDay(effectiveFrom);
    requireSound(kindOf(key), body);
    const [row] = await manager.query<{ version: number }[]>(
      `INSERT INTO document_template
         (kind, version, body, effective_from, saved_by, saved_at, published_by, published_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, now()
         FROM document_template WHERE kind = $1
       RETURNING version`,
      [key, body, effectiveFrom, drafted.by, drafted.at, by],
    );
    return { version: row!.version };
  },

  detail: (_, { effectiveFrom }) => ({ effectiveFrom }),

  differences: (before, after) => Promise.resolve(lineDifferences(before?.body ?? '', after.body)),
};

function requireDay(day: string): void {
  if (Number.isNaN(Date.parse(`${day}T00:00:00+08:00`)))
    throw badRequest('bad-day', `“${day}”不是日期，应为 2026-12-01 这样的形式。`);
  if (day < isoDay(new Date()))
    throw conflict('effective-day-past', '生效日期不能早于今天；请选择今天或以后的日期。');
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
