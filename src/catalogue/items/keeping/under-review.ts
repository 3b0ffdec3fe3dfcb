/** A draft that was handed in to be reviewed: whose turn it is, and that it stays as it is looked through. */
import type { EntityManager } from 'typeorm';
import { conflict } from '../../../platform/errors.js';

/** The item whose cases are the ways of others into the catalogue. */
export const ENTRY_ITEM = '219900002000';

/** What a task of the way is for: `onestop:act` of its diagram, so that a city may draw another. */
export const ENTRY_ACTS = {
  review: 'entry-review',
  legality: 'entry-legality',
  publish: 'entry-publish',
  revise: 'entry-revise',
} as const;

/** The case by which a draft goes into the catalogue, while it runs. */
export interface RunningEntry {
  caseNumber: string;
  /** What its open task is called, and which body has it; null = it is at none. */
  step: string | null;
  departmentName: string | null;
  /** It was given back: its author may change it. */
  withAuthor: boolean;
}

/** Null = the item's draft, if there is one, lies with its author. */
export async function runningEntry(
  manager: EntityManager,
  code: string,
): Promise<RunningEntry | null> {
  const [row] = await manager.query<RunningEntry[]>(
    `SELECT e.case_number AS "caseNumber", t.name AS step, o.name AS "departmentName",
            coalesce(t.act = $2, false) AS "withAuthor"
       FROM item_entry e JOIN cases c ON c.number = e.case_number
       LEFT JOIN task t ON t.case_number = c.number AND t.state = 'open' AND t.origin = 'diagram'
       LEFT JOIN organisation o ON o.id = t.department_id
      WHERE e.item_code = $1 AND NOT c.ended
      ORDER BY t.opened_at DESC NULLS LAST LIMIT 1`,
    [code, ENTRY_ACTS.revise],
  );
  return row ?? null;
}

/** @throws DomainError `draft-under-review` */
export async function requireNotUnderReview(manager: EntityManager, code: string): Promise<void> {
  const entry = await runningEntry(manager, code);
  if (!entry || entry.withAuthor) return;
  const { caseNumber, step, departmentName } = entry;
  const where = step ? `${departmentName ?? ''}“${step}”` : '办理';
  throw conflict(
    'draft-under-review',
    `草稿已送审（办件 ${caseNumber}），正在${where}，不能修改、删除或者直接发布。需要修改的，请对方退回，或撤回送审。`,
    { item: code, caseNumber },
  );
}
