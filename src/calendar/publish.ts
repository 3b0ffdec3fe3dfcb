/** Editing a year and publishing it: a new version, due dates counted anew, who must be told told. */
import type { EntityManager } from 'typeorm';
import { audit } from '../people/index.js';
import { conflict, unprocessable } from '../platform/errors.js';
import { numberDays } from './numbered-days.js';
import { replanOpenCases, type Replanned } from './replan.js';
import { readYear, refuseBadDays } from './years.js';

interface Editor {
  personId: string;
  postId: string | null;
}

/** Only one publication at a time: numbers and due dates belong together. */
const LOCK = 0xca1e;

/** @throws DomainError `no-such-year`, `bad-days`, `unlikely-days` */
export async function saveDraft(
  manager: EntityManager,
  year: number,
  days: string,
  editor: Editor,
): Promise<void> {
  await readYear(manager, year);
  refuseBadDays(year, days);
  await manager.query(
    `INSERT INTO calendar_draft (year, days, edited_by) VALUES ($1, $2, $3)
     ON CONFLICT (year) DO UPDATE SET days = excluded.days, edited_by = excluded.edited_by,
       edited_at = now()`,
    [year, days, editor.personId],
  );
  await note(manager, editor, 'calendar.edit', year, {});
}

export async function dropDraft(
  manager: EntityManager,
  year: number,
  editor: Editor,
): Promise<void> {
  await manager.query(`DELETE FROM calendar_draft WHERE year = $1`, [year]);
  await note(manager, editor, 'calendar.drop-draft', year, {});
}

export interface Publication extends Replanned {
  id: string;
  year: number;
  version: number;
}

/**
 * Publishes the draft of a year and replans every open case, in the caller's transaction.
 * @param replans whether days are real; a demonstration that scales them counts no calendar
 * @throws DomainError `no-draft`, `nothing-changed`
 */
export async function publishDraft(
  manager: EntityManager,
  year: number,
  source: string,
  editor: Editor,
  replans: boolean,
): Promise<Publication> {
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [LOCK]);
  const { draft, days, version: last } = await readYear(manager, year);
  if (!draft)
    throw conflict('no-draft', `${year} 年没有待发布的草稿；请先修改日历，保存后再发布。`);
  if (draft.days === days)
    throw unprocessable(
      'nothing-changed',
      `${year} 年的草稿与已发布的第 ${last} 版相同，无需发布。`,
    );
  const version = (last ?? 0) + 1;
  await manager.query(
    `INSERT INTO calendar_year (year, version, days, source, published_by)
     VALUES ($1, $2, $3, $4, $5)`,
    [year, version, draft.days, source, editor.personId],
  );
  await manager.query(`DELETE FROM calendar_draft WHERE year = $1`, [year]);
  await numberDays(manager);
  const publication = await replan(manager, year, version, editor, replans);
  const { cases, earlier, later, becameKnown, pending } = publication;
  const counts = { cases, earlier, later, becameKnown, pending };
  await note(manager, editor, 'calendar.publish', year, { version, ...counts });
  return publication;
}

const NOT_REPLANNED: Replanned = {
  cases: 0,
  earlier: 0,
  later: 0,
  becameKnown: 0,
  pending: 0,
  milliseconds: 0,
};

async function replan(
  manager: EntityManager,
  year: number,
  version: number,
  editor: Editor,
  replans: boolean,
): Promise<Publication> {
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO calendar_replanning (year, version, person_id) VALUES ($1, $2, $3) RETURNING id`,
    [year, version, editor.personId],
  );
  const { id } = row!;
  const done = replans ? await replanOpenCases(manager, id) : NOT_REPLANNED;
  await manager.query(
    `UPDATE calendar_replanning SET cases = $2, earlier = $3, later = $4, became_known = $5,
       pending = $6, milliseconds = $7 WHERE id = $1`,
    [id, done.cases, done.earlier, done.later, done.becameKnown, done.pending, done.milliseconds],
  );
  return { id, year, version, ...done };
}

function note(
  manager: EntityManager,
  editor: Editor,
  act: string,
  year: number,
  detail: Record<string, unknown>,
): Promise<void> {
  const target = `calendar:${year}`;
  const { personId: person, postId: post } = editor;
  return audit(manager, { person, post, act, target, outcome: 'done', detail });
}
