/**
 * What a case's workflow is begun with when it is made from the tables: as if the run before it had
 * continued as new just behind the last recorded step.
 */
import type { EntityManager } from 'typeorm';
import type { State as EngineState } from '../../../bpmn/engine/index.js';
import type { CaseAnswer, CaseState, LegalPause } from '../../../workflows/contracts/case.js';
import type { CarriedCase, Memory } from '../../../workflows/continue-as-new-state.js';
import { sinceTold, NOTHING_YET } from '../../../workflows/law/index.js';

interface Row {
  step: number;
  cause: string;
  state: CaseState;
  engine_state: EngineState | null;
  due_at: Date | null;
  promised_due_at: Date | null;
  collected_at: Date | null;
  accepted_at: Date | null;
  decided_at: Date | null;
  workflow_memory: Memory | null;
  outcome: CaseState | null;
  received_at: Date | null;
  delivered_at: Date | null;
  archived_at: Date | null;
  deemed_accepted: boolean;
  extension_days: number;
  /** Occurrence → number. */
  children: [string, string][];
  /** Messages and signals that came last, the latest last. */
  seen: string[];
  /** Commands whose step is recorded and whose author has not been answered. */
  unanswered: string[];
}

const ROW = `
  SELECT step, cause, state, engine_state, due_at, promised_due_at, collected_at, accepted_at,
         decided_at, workflow_memory, outcome, received_at, delivered_at, archived_at, deemed_accepted,
         extension_days,
         (SELECT coalesce(jsonb_agg(jsonb_build_array(parent_occurrence, number) ORDER BY number), '[]')
            FROM cases k WHERE k.parent_number = c.number) AS children,
         ARRAY(SELECT regexp_replace(s.cause, '^(message|signal):', '') FROM (
                 SELECT cause, step FROM case_step
                  WHERE case_number = c.number AND NOT superseded AND cause ~ '^(message|signal):'
                  ORDER BY step DESC LIMIT 200) s ORDER BY s.step) AS seen,
         ARRAY(SELECT m.id::text FROM command m JOIN case_step s
                   ON s.case_number = c.number AND s.cause = 'command:' || m.id AND NOT s.superseded
                WHERE m.case_number = c.number AND m.status = 'pending') AS unanswered
    FROM cases c WHERE number = $1 AND NOT ended`;

/** @returns null for a case of which no step is recorded: its workflow begins at the beginning */
export async function runFromTables(
  manager: EntityManager,
  caseNumber: string,
): Promise<CarriedCase | null> {
  const [row] = await manager.query<Row[]>(ROW, [caseNumber]);
  if (!row || row.step === 0 || !row.engine_state) return null;
  const { step, cause, state, engine_state: engine, children, seen, unanswered } = row;
  const memory = row.workflow_memory ?? (await memoryFromColumns(manager, caseNumber, row));
  const answer: CaseAnswer = { caseNumber, step, state, openTasks: [], ended: false };
  return {
    ...{ engine, step, cause, state, children, seen, ...memory },
    dates: {
      collected: instantOf(row.collected_at),
      accepted: instantOf(row.accepted_at),
      decided: instantOf(row.decided_at),
    },
    dueAt: instantOf(row.due_at),
    promisedDueAt: instantOf(row.promised_due_at),
    ended: false,
    answers: unanswered.map((id): [string, CaseAnswer] => [id, answer]),
    rebuilt: true,
  };
}

interface Acts {
  asked: boolean;
  toldAt: Date | null;
  askedAt: Date | null;
  heldAt: Date | null;
  waivedAt: Date | null;
  deemedRenewed: boolean;
  examinedFrom: Date | null;
  behind: CaseState | null;
  pauses: LegalPause[];
}

const ACTS = `
  SELECT coalesce(bool_or(act = 'correct'), false) AS asked,
         max(at) FILTER (WHERE act = 'tell-hearing') AS "toldAt",
         max(at) FILTER (WHERE act = 'ask-hearing') AS "askedAt",
         max(at) FILTER (WHERE act = 'hold-hearing') AS "heldAt",
         max(at) FILTER (WHERE act = 'waive-hearing') AS "waivedAt",
         coalesce(bool_or(act = 'deem-renewed'), false) AS "deemedRenewed",
         max(at) FILTER (WHERE act = 'supplement') AS "examinedFrom",
         (SELECT CASE WHEN act IN ('pause', 'suspend') THEN from_state END FROM legal_move
           WHERE case_number = $1 AND NOT superseded AND act IN ('pause', 'suspend', 'resume', 'unsuspend')
           ORDER BY id DESC LIMIT 1) AS behind,
         (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'from', extract(epoch FROM began_at) * 1000,
                   'to', extract(epoch FROM ended_at) * 1000,
                   'reason', reason, 'article', article) ORDER BY began_at), '[]')
            FROM case_pause WHERE case_number = $1) AS pauses
    FROM legal_move WHERE case_number = $1 AND NOT superseded`;

/** Of a case whose last step an earlier release recorded: what its acts and dates tell. */
async function memoryFromColumns(
  manager: EntityManager,
  caseNumber: string,
  row: Row,
): Promise<Memory> {
  const [acts] = await manager.query<Acts[]>(ACTS, [caseNumber]);
  const { asked, deemedRenewed, examinedFrom, behind, pauses, ...hearing } = acts!;
  return {
    outcome: row.outcome,
    withdrawing: null,
    early: [],
    law: {
      ...NOTHING_YET,
      ...(behind && { behind }),
      ...(deemedRenewed && { expiry: 'deemed' as const }),
      receivedAt: instantOf(row.received_at),
      examinedFrom: instantOf(examinedFrom ?? row.received_at),
      asked,
      deemed: row.deemed_accepted,
      pauses,
      extension: row.extension_days,
      deliveredAt: instantOf(row.delivered_at),
      archivedAt: instantOf(row.archived_at),
      hearing: sinceTold({
        toldAt: hearing.toldAt?.getTime(),
        askedAt: hearing.askedAt?.getTime(),
        heldAt: hearing.heldAt?.getTime(),
        waivedAt: hearing.waivedAt?.getTime(),
      }),
    },
  };
}

const instantOf = (date: Date | null): number | null => date && date.getTime();
