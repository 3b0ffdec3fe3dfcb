/** A case in law as its page shows it. */
import type { EntityManager } from 'typeorm';
import { parseLimit } from '../../../workflows/clock/index.js';
import type { CaseState, LegalAct } from '../../../workflows/contracts/case.js';
import { ACT_NAMES, PAUSE_NAMES, renewalDueAt } from '../../../workflows/law/index.js';
import { stateName } from '../../cases/index.js';
import type { LegalTransitionDto, LegalStandingDto, PauseDto } from './law.dto.js';
import type { OfferedAct } from './acts.js';
import type { Standing } from './standing.js';

interface MoveRow {
  at: Date;
  act: LegalAct;
  from: string;
  to: CaseState;
  person: string | null;
  department: string | null;
  reason: string | null;
  article: string | null;
}

/** Oldest first. */
export async function transitionsOf(
  manager: EntityManager,
  number: string,
): Promise<LegalTransitionDto[]> {
  const rows = await manager.query<MoveRow[]>(
    `SELECT m.at, m.act, m.from_state AS "from", m.to_state AS "to", p.name AS person,
            o.name AS department, m.reason, m.article
       FROM legal_move m
       LEFT JOIN person p ON p.id = m.person_id
       LEFT JOIN organisation o ON o.id = m.department_id
      WHERE m.case_number = $1 AND NOT m.superseded ORDER BY m.id`,
    [number],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    actName: ACT_NAMES[row.act],
    toName: stateName(row.to),
  }));
}

export function standingDto(
  standing: Standing,
  moves: LegalTransitionDto[],
  acts: OfferedAct[],
): LegalStandingDto {
  const { state, outcome, law, dates, input } = standing;
  const { rules } = input;
  return {
    ...{ state, stateName: stateName(state), law: rules?.law ?? null },
    ...{ outcome, outcomeName: outcome && stateName(outcome) },
    receivedAt: iso(law.receivedAt),
    acceptanceDueAt: iso(standing.acceptanceDueAt),
    acceptedAt: iso(dates.accepted),
    deemed: law.deemed,
    dueAt: iso(standing.dueAt),
    promisedDueAt: iso(standing.promisedDueAt),
    renewalDueAt: iso(renewalDueAt(input, { state, law })),
    renewedByLaw: law.expiry === 'deemed',
    decidedAt: iso(dates.decided),
    deliverDueAt: iso(standing.deliverDueAt),
    deliveredAt: iso(law.deliveredAt),
    extensionDays: law.extension,
    calendarPending: standing.calendarPending,
    pauses: law.pauses.map(({ from, to, reason, article }): PauseDto => ({
      ...{ from: iso(from)!, to: iso(to), reason, reasonName: pauseName(reason) },
      article: article ?? null,
    })),
    pauseReasons: (rules?.pauses ?? []).map((code) => ({ code, name: pauseName(code) })),
    extension: rules?.extension
      ? { days: parseLimit(rules.extension.upTo).days, by: rules.extension.by }
      : null,
    ...{ moves, acts },
  };
}

const pauseName = (code: string): string => PAUSE_NAMES[code] ?? code;

const iso = (at: number | Date | null): string | null =>
  at === null ? null : new Date(at).toISOString();
