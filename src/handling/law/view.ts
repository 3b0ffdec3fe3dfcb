/** A case in law as its page shows it. */
import type { EntityManager } from 'typeorm';
import { parseLimit } from '../../../workflows/clock/index.js';
import type { CaseState, LegalAct } from '../../../workflows/contracts/case.js';
import { actNameOf, stateNameOf } from '../../../workflows/item-types/case-names.js';
import {
  PAUSE_NAMES,
  plannedPeriods,
  renewalDueAt,
  type PlannedPeriod,
} from '../../../workflows/law/index.js';
import { lightOf } from '../case-page/index.js';
import type {
  LegalTransitionDto,
  LegalStandingDto,
  PauseDto,
  PlannedPeriodDto,
} from './law.dto.js';
import type { OfferedAct } from './acts.js';
import { earliestHearing } from './hearing-day.js';
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
  type: string | null;
}

/** Oldest first. */
export async function transitionsOf(
  manager: EntityManager,
  number: string,
): Promise<LegalTransitionDto[]> {
  const rows = await manager.query<MoveRow[]>(
    `SELECT m.at, m.act, m.from_state AS "from", m.to_state AS "to", p.name AS person,
            o.name AS department, m.reason, m.article, i.type
       FROM legal_move m
       JOIN cases c ON c.number = m.case_number
       LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN person p ON p.id = m.person_id
       LEFT JOIN organisation o ON o.id = m.department_id
      WHERE m.case_number = $1 AND NOT m.superseded ORDER BY m.id`,
    [number],
  );
  return rows.map(({ type, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    actName: actNameOf(row.act, type),
    toName: stateNameOf(row.to, type),
  }));
}

export function standingDto(
  standing: Standing,
  moves: LegalTransitionDto[],
  acts: OfferedAct[],
): LegalStandingDto {
  const { state, type, outcome, law, dates, input } = standing;
  const { rules } = input;
  const { forwarded } = law;
  return {
    ...{ state, stateName: stateNameOf(state, type), law: rules?.law ?? null },
    ...{ outcome, outcomeName: outcome && stateNameOf(outcome, type) },
    receivedAt: iso(law.receivedAt),
    acceptanceDueAt: iso(standing.acceptanceDueAt),
    acceptedAt: iso(dates.accepted),
    deemed: law.deemed,
    dueAt: iso(standing.dueAt),
    promisedDueAt: iso(standing.promisedDueAt),
    renewalDueAt: iso(renewalDueAt(input, { state, law })),
    renewedByLaw: law.expiry === 'deemed',
    decidedAt: forwarded ? null : iso(dates.decided),
    deliverDueAt: iso(standing.deliverDueAt),
    deliveredAt: iso(law.deliveredAt),
    extensionDays: law.extension,
    calendarPending: standing.calendarPending,
    forwardedAt: iso(forwarded ?? null),
    periods: plannedPeriods(input, standing).map(periodDto),
    pauses: law.pauses.map(({ from, to, reason, article }): PauseDto => ({
      ...{ from: iso(from)!, to: iso(to), reason, reasonName: pauseName(reason) },
      article: article ?? null,
    })),
    pauseReasons: (rules?.pauses ?? []).map((code) => ({ code, name: pauseName(code) })),
    extension: rules?.extension
      ? { days: parseLimit(rules.extension.upTo).days, by: rules.extension.by }
      : null,
    hearingOn: standing.hearingOn,
    hearingFrom: earliestHearing(input, Date.now()),
    ...{ moves, acts },
  };
}

/** The light of the agency's time; the other side's is its own. */
function periodDto({ period, whose, from, due, done, article }: PlannedPeriod): PlannedPeriodDto {
  const lit = whose === 'agency' && done === null && due !== null;
  return {
    ...{ period, whose, article, from: iso(from)!, due: iso(due), done: iso(done) },
    late: whose === 'agency' && due !== null && (done ?? Date.now()) > due,
    light: lit ? lightOf(new Date(from), new Date(due)) : 'none',
  };
}

const pauseName = (code: string): string => PAUSE_NAMES[code] ?? code;

const iso = (at: number | Date | null): string | null =>
  at === null ? null : new Date(at).toISOString();
