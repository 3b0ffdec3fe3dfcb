/** The official acts an older system dated, as rows of `legal_move`; and the pauses. */
import type { EntityManager } from 'typeorm';
import type { CaseState, LegalAct } from '../../../workflows/contracts/case.js';
import { citation, legalTerms, TRANSITIONS } from '../../../workflows/law/index.js';
import type { Numbered } from './write-cases.js';

interface Act {
  act: LegalAct;
  at: number;
  to: CaseState;
  reason?: string;
}

/** In the order in which they happened. */
function actsOf({ older }: Numbered): Act[] {
  const { dates, correctedAt, receivedAt, examinedFrom, pauses, outcome, state } = older;
  const acts: (Act | null)[] = [
    { act: 'submit', at: receivedAt, to: 'submitted' },
    dates.collected === null ? null : { act: 'collect', at: dates.collected, to: 'collected' },
    correctedAt === null ? null : { act: 'correct', at: correctedAt, to: 'correcting' },
    examinedFrom === receivedAt ? null : { act: 'supplement', at: examinedFrom, to: 'collected' },
    dates.accepted === null
      ? null
      : { act: older.deemed ? 'deem' : 'accept', at: dates.accepted, to: 'accepted' },
    ...pauses.flatMap(({ from, to, reason }): Act[] => [
      { act: 'pause', at: from, to: 'special-procedure', reason },
      ...(to === null ? [] : [{ act: 'resume' as const, at: to, to: 'handling' as const }]),
    ]),
    dates.decided === null || (outcome !== 'granted' && outcome !== 'refused')
      ? null
      : { act: outcome === 'granted' ? 'grant' : 'refuse', at: dates.decided, to: outcome },
    older.ended ? endOf(state, older.finishedAt ?? dates.decided ?? receivedAt) : null,
    older.deliveredAt === null ? null : { act: 'deliver', at: older.deliveredAt, to: 'delivered' },
  ];
  return acts.filter((act) => act !== null).sort((a, b) => a.at - b.at);
}

/** States that an act of their own leads to. */
const ENDS: Partial<Record<CaseState, LegalAct>> = {
  rejected: 'reject',
  withdrawn: 'withdraw',
  terminated: 'terminate',
  lapsed: 'lapse',
  returned: 'return',
  forwarded: 'forward',
  voided: 'void',
  finished: 'finish',
  archived: 'archive',
};

function endOf(state: CaseState, at: number): Act | null {
  const act = ENDS[state];
  return act ? { act, at, to: state } : null;
}

function transitionsOf(one: Numbered) {
  const terms = legalTerms(one.rules, new Set());
  let from = 'draft';
  return actsOf(one).map(({ act, at, to, reason }) => {
    const article = citation(terms, act);
    const row = { number: one.number, at, act, from, to, reason, article };
    from = to;
    return { ...row, department: TRANSITIONS[act].who === 'agency' ? one.leadDepartment : null };
  });
}

export async function insertMoves(manager: EntityManager, cases: Numbered[]): Promise<void> {
  await manager.query(
    `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state,
                             department_id, reason, article, data)
     SELECT number, 0, 'brought-over', to_timestamp(at / 1000), act, "from", "to", department,
            reason, article, '{}'
       FROM ROWS FROM (jsonb_to_recordset($1) AS (number text, at float8, act text, "from" text,
              "to" text, department text, reason text, article text))
            WITH ORDINALITY AS m (number, at, act, "from", "to", department, reason, article, place)
      ORDER BY place`,
    [JSON.stringify(cases.flatMap(transitionsOf))],
  );
}

export async function insertPauses(manager: EntityManager, cases: Numbered[]): Promise<void> {
  const rows = cases.flatMap(({ number, older }) =>
    older.pauses.map((pause) => ({ number, ...pause })),
  );
  await manager.query(
    `INSERT INTO case_pause (case_number, began_at, ended_at, reason)
     SELECT number, to_timestamp("from" / 1000), to_timestamp("to" / 1000), reason
       FROM jsonb_to_recordset($1) AS p (number text, "from" float8, "to" float8, reason text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
