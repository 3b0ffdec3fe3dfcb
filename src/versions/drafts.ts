/** Drafts of all kinds: one a definition. Nothing but the pages that edit it reads a draft. */
import type { EntityManager } from 'typeorm';
import type { KeptKind } from './kind.js';

export interface Draft<Content> {
  key: string;
  content: Content;
  /** Person. */
  savedBy: string;
  savedByName: string | null;
  /** All who kept it since it was begun, the first of them first: what is in it is theirs together. */
  savers: string[];
  savedAt: Date;
  /** Another one each time the draft is kept: what was reviewed is what is published. */
  revision: string;
  /** The version that was the newest when it was begun, 0 = there was none; null = not known. */
  basedOn: number | null;
}

interface Row {
  key: string;
  content: unknown;
  savedBy: string;
  savedByName: string | null;
  savers: string[];
  savedAt: Date;
  revision: string;
  basedOn: number | null;
}

/** The kind's drafts, by key; of one key only when it is given. */
export async function draftsOf<Content extends object>(
  manager: EntityManager,
  kind: KeptKind<Content>,
  key: string | null = null,
): Promise<Draft<Content>[]> {
  const rows = await manager.query<Row[]>(
    `SELECT d.key, d.content, d.saved_by AS "savedBy", p.name AS "savedByName",
            CASE WHEN d.saved_by = ANY (d.savers) THEN d.savers ELSE d.savers || d.saved_by END AS savers,
            d.saved_at AS "savedAt", d.revision, d.based_on AS "basedOn"
       FROM definition_draft d LEFT JOIN person p ON p.id = d.saved_by
      WHERE d.kind = $1 AND ($2::text IS NULL OR d.key = $2) ORDER BY d.key`,
    [kind.code, key],
  );
  return rows as Draft<Content>[];
}

interface Kept {
  kind: string;
  key: string;
  content: object;
  by: string;
  basedOn: number | null;
}

/** In place of the earlier one. @returns its revision */
export async function putDraft(
  manager: EntityManager,
  { kind, key, content, by, basedOn }: Kept,
): Promise<string> {
  const [row] = await manager.query<{ revision: string }[]>(
    `INSERT INTO definition_draft AS d (kind, key, content, saved_by, based_on, savers)
     VALUES ($1, $2, $3, $4, $5, ARRAY[$4::text])
     ON CONFLICT (kind, key) DO UPDATE
       SET savers = array_remove(d.savers || d.saved_by, $4::text) || $4::text, content = excluded.content, saved_by = excluded.saved_by, saved_at = now(),
           revision = gen_random_uuid(), based_on = excluded.based_on
     RETURNING revision`,
    [kind, key, JSON.stringify(content), by, basedOn],
  );
  return row!.revision;
}

export async function removeDraft(
  manager: EntityManager,
  kind: string,
  key: string,
): Promise<void> {
  await manager.query(`DELETE FROM definition_draft WHERE kind = $1 AND key = $2`, [kind, key]);
}
