/** Reading forms, their versions and where each is used, for the pages that keep them. */
import type { EntityManager } from 'typeorm';
import { draftHead, draftOf, versionOf, type VersionHead } from '../../versions/index.js';
import { FORMS } from './form-kind.js';
import { formNotFound, type FormContent } from './store.js';

export interface FormHead {
  id: string;
  name: string;
  /** Null = none is in force. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  hasDraft: boolean;
  /** How many items ask for it (in force or to come), and how many processes in force show it. */
  items: number;
  processes: number;
}

export function listForms(manager: EntityManager): Promise<FormHead[]> {
  return manager.query(
    `SELECT coalesce(v.form_id, d.key, '') AS id,
            coalesce(d.content #>> '{schema,title}', v.name, d.key, '') AS name,
            CASE WHEN v.state = 'published' THEN v.version END AS "publishedVersion",
            CASE WHEN v.state = 'published' THEN v.published_at END AS "publishedAt",
            d.key IS NOT NULL AS "hasDraft", coalesce(i.count, 0)::int AS items,
            coalesce(p.count, 0)::int AS processes
       FROM (SELECT DISTINCT ON (form_id) * FROM form_version ORDER BY form_id, version DESC) v
       FULL JOIN (SELECT * FROM definition_draft WHERE kind = 'form') d ON d.key = v.form_id
       LEFT JOIN (SELECT data ->> 'form' AS form, count(DISTINCT code) AS count
                    FROM item_in_use GROUP BY 1) i
         ON i.form = v.form_id
       LEFT JOIN (SELECT form_id AS form, count(DISTINCT process_id) AS count
                    FROM process_form JOIN process_version ON hash = model_hash
                   WHERE state = 'published' GROUP BY 1) p ON p.form = v.form_id
      ORDER BY 1`,
  );
}

export interface FormVersionHead extends VersionHead {
  name: string;
  /** What its publisher wrote. */
  note: string;
}

/** Newest first. @throws DomainError `form-not-found` */
export async function listFormVersions(
  manager: EntityManager,
  id: string,
): Promise<FormVersionHead[]> {
  const published = await manager.query<FormVersionHead[]>(
    `SELECT v.version, v.state, v.name, v.note, coalesce(p.name, v.created_by) AS "createdBy",
            v.published_at AS "updatedAt", v.published_at AS "publishedAt", NULL::text AS revision
       FROM form_version v LEFT JOIN person p ON p.id = v.created_by
      WHERE v.form_id = $1 ORDER BY v.version DESC`,
    [id],
  );
  const draft = await draftOf(manager, FORMS, id);
  if (draft)
    return [
      { ...draftHead(draft), name: draft.content.schema.title ?? id, note: '' },
      ...published,
    ];
  if (published.length === 0) throw formNotFound(id);
  return published;
}

/** A published version or the draft. @throws DomainError `form-not-found` */
export async function readFormVersion(
  manager: EntityManager,
  id: string,
  version: number,
): Promise<FormContent> {
  const found = await versionOf(manager, FORMS, id, version);
  if (!found) throw formNotFound(id);
  return found.content;
}
