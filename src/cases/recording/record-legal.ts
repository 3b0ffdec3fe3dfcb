/** What `record` writes of a step's legal side: its moves, the case's pauses, and the dated columns. */
import type { EntityManager } from 'typeorm';
import type {
  LegalColumns,
  LegalTransition,
  RecordInput,
} from '../../../workflows/contracts/case.js';
import { taskId } from './record-tasks.js';

/** A legal act needs a step, its actor and its moves; commands on ended cases have them too. */
export type RecordedMoves = Pick<RecordInput, 'caseNumber' | 'step' | 'cause' | 'actor'> & {
  moves: LegalTransition[];
};

/** Appends the moves; who acts in a post acts for its department, or for that of the task. */
export async function writeTransitions(
  manager: EntityManager,
  input: RecordedMoves,
): Promise<void> {
  const { caseNumber, step, cause, actor, moves } = input;
  if (moves.length === 0) return;
  const rows = moves.map(({ by, taskKey, from, to, data, ...move }) => ({
    ...move,
    from_state: from,
    to_state: to,
    data: data ?? {},
    task_id: taskKey && taskId(caseNumber, taskKey),
    ...(by !== 'law' && { person_id: actor?.person, post_id: actor?.post }),
  }));
  await manager.query(
    `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state, person_id,
                             post_id, department_id, reason, article, data)
     SELECT $1, $2, $3, to_timestamp(m.at / 1000), m.act, m.from_state, m.to_state,
            CASE WHEN m.act = 'submit' AND m.from_state = 'draft' THEN (
              SELECT person_id FROM command WHERE case_number = $1 AND kind = 'start'
               ORDER BY created_at LIMIT 1) ELSE m.person_id END,
            m.post_id, coalesce(task.department_id, post.organisation_id), m.reason, m.article,
            m.data
       FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (
              at float8, act text, from_state text, to_state text, person_id text, post_id text,
              task_id text, reason text, article text, data jsonb))
            WITH ORDINALITY AS m(at, act, from_state, to_state, person_id, post_id, task_id, reason,
                                 article, data, position)
       LEFT JOIN task ON task.id = m.task_id
       LEFT JOIN post ON post.id = m.post_id
      ORDER BY m.position`,
    [caseNumber, step, cause, JSON.stringify(rows)],
  );
}

/** The full set, as with tasks: what a superseded step began is not among them. */
export async function writePauses(
  manager: EntityManager,
  { caseNumber, pauses = [] }: Pick<RecordInput, 'caseNumber' | 'pauses'>,
): Promise<void> {
  const rows = pauses.map(({ from, to, reason, article, document }) => ({
    ...{ from, to, reason, article, document },
  }));
  await manager.query(
    `WITH gone AS (
       DELETE FROM case_pause WHERE case_number = $1 AND NOT began_at = ANY (
         SELECT to_timestamp(p."from" / 1000) FROM jsonb_to_recordset($2::jsonb) AS p("from" float8)))
     INSERT INTO case_pause (case_number, began_at, ended_at, reason, article, document_id)
     SELECT $1, to_timestamp(p."from" / 1000), to_timestamp(p."to" / 1000), p.reason, p.article,
            p.document
       FROM jsonb_to_recordset($2::jsonb) AS p(
            "from" float8, "to" float8, reason text, article text, document text)
     ON CONFLICT (case_number, began_at) DO UPDATE SET
       ended_at = EXCLUDED.ended_at, reason = EXCLUDED.reason, article = EXCLUDED.article,
       document_id = coalesce(EXCLUDED.document_id, case_pause.document_id)`,
    [caseNumber, JSON.stringify(rows)],
  );
}

/** What a step of an earlier release, which knows no law beside the state, leaves in the columns. */
const NO_LEGAL_SIDE: LegalColumns = {
  receivedAt: null,
  pausedAt: null,
  deliveredAt: null,
  archivedAt: null,
  deliverDueAt: null,
  acceptanceDueAt: null,
  outcome: null,
  deemedAccepted: false,
  extensionDays: 0,
  calendarPending: false,
};

/** Columns of `cases` that the legal side dates, and their values for SQL's parameters. */
export const LEGAL_COLUMNS = [
  'received_at',
  'paused_at',
  'delivered_at',
  'archived_at',
  'deliver_due_at',
  'acceptance_due_at',
  'outcome',
  'deemed_accepted',
  'extension_days',
  'calendar_pending',
  'hearing_due_at',
  'review_due_at',
] as const;

/** In the order of {@link LEGAL_COLUMNS}. */
export function legalValues(legal: LegalColumns = NO_LEGAL_SIDE): unknown[] {
  return [
    instant(legal.receivedAt),
    instant(legal.pausedAt),
    instant(legal.deliveredAt),
    instant(legal.archivedAt),
    instant(legal.deliverDueAt),
    instant(legal.acceptanceDueAt),
    legal.outcome,
    legal.deemedAccepted,
    legal.extensionDays,
    legal.calendarPending,
    instant(legal.hearingDueAt ?? null),
    instant(legal.reviewDueAt ?? null),
  ];
}

/** An instant in ms as the database takes it. */
export const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));
