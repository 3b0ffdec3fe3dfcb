/** Templates by version: drafted, published with the day they hold from, never overwritten. */
import type { EntityManager } from 'typeorm';
import { draftOf } from '../../versions/index.js';
import { isoDay } from './chinese-date.js';
import type { DocumentKind } from './kinds/index.js';
import { TEMPLATES } from './template-kind.js';

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
  /** Of a draft. */
  revision: string | null;
}

const COLUMNS = `t.kind, t.version, 'published' AS state, t.body,
  t.effective_from::text AS "effectiveFrom",
  (SELECT name FROM person WHERE id = t.saved_by) AS "savedBy", t.saved_at AS "savedAt",
  t.published_at AS "publishedAt", NULL::uuid AS revision`;

const builtIn = (kind: DocumentKind): Template => ({
  kind: kind.code,
  version: 0,
  state: 'published',
  body: kind.template,
  effectiveFrom: '2000-01-01',
  savedBy: null,
  savedAt: null,
  publishedAt: null,
  revision: null,
});

/** The template that holds on a day: of those in force the latest. */
export async function templateFor(
  manager: EntityManager,
  kind: DocumentKind,
  at: Date,
): Promise<Template> {
  const [row] = await manager.query<Template[]>(
    `SELECT ${COLUMNS} FROM document_template t
      WHERE t.kind = $1 AND t.effective_from <= $2
      ORDER BY t.effective_from DESC, t.version DESC LIMIT 1`,
    [kind.code, isoDay(at)],
  );
  return row ?? builtIn(kind);
}

/** The draft first, then the newest; the built-in one last. */
export async function templatesOf(manager: EntityManager, kind: DocumentKind): Promise<Template[]> {
  const published = await manager.query<Template[]>(
    `SELECT ${COLUMNS} FROM document_template t WHERE t.kind = $1 ORDER BY t.version DESC`,
    [kind.code],
  );
  return [...(await drafted(manager, kind)), ...published, builtIn(kind)];
}

async function drafted(manager: EntityManager, kind: DocumentKind): Promise<Template[]> {
  const draft = await draftOf(manager, TEMPLATES, kind.code);
  if (!draft) return [];
  const { version, content, savedByName: savedBy, savedAt, revision } = draft;
  return [
    {
      ...{ kind: kind.code, version, state: 'draft', body: content.body },
      ...{ effectiveFrom: null, savedBy, savedAt, publishedAt: null, revision },
    },
  ];
}
