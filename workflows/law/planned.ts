/**
 * Periods beside a case's own clock, as its acts set them going: hearing (行政许可法 47, 行政处罚法 64),
 * preliminary review (行政许可法 43), a fine (行政处罚法 67), remedies (行政复议法 20, 行政诉讼法 46). Pure.
 */
import {
  CalendarError,
  dayNumber,
  PERMIT_HEARING,
  PRELIMINARY_REVIEW,
  remediesFrom,
  startOfDay,
} from '../clock/index.js';
import type { CaseState } from '../contracts/case.js';
import type { ClockInput, Dated } from './clock.js';
import { periodEnd } from './days.js';

export const PERIODS = [
  'preliminary-review',
  'hearing-request',
  'hearing-held',
  'pay-fine',
  'reconsideration',
  'suit',
] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Instants; `due` null = not known now: the clock stands still, or a year has no calendar. */
export interface PlannedPeriod {
  period: PeriodName;
  /** Whose time it is; only the agency's can be late. */
  whose: 'agency' | 'applicant';
  from: number;
  due: number | null;
  done: number | null;
  /** The law that sets it. */
  article: string;
}

type Planned = Dated & { outcome?: CaseState | null };

/** In the order of {@link PERIODS}; what nothing has set going is left out. */
export function plannedPeriods(input: ClockInput, at: Planned): PlannedPeriod[] {
  return [...reviewOf(input, at), ...hearingOf(input, at), ...afterDelivery(input, at)];
}

/** Until when what one of the periods is for must be done; null = it is, or is not known, or nothing set it going. */
export function outstanding(planned: readonly PlannedPeriod[], period: PeriodName): number | null {
  const found = planned.find((each) => each.period === period);
  return found === undefined || found.done !== null ? null : found.due;
}

/** 行政许可法 43: from acceptance; what article 45 does not count is not counted here either. */
function reviewOf(input: ClockInput, { dates, law }: Planned): PlannedPeriod[] {
  const { accepted, decided } = dates;
  if (input.above === undefined || accepted === null) return [];
  const within = input.rules?.periods?.['preliminary-review'] ?? PRELIMINARY_REVIEW;
  const stands = law.pauses.some(({ to }) => to === null);
  return [
    {
      ...{ period: 'preliminary-review', whose: 'agency', from: accepted },
      due: stands ? null : known(() => periodEnd(input, accepted, within, law.pauses)),
      done: law.forwarded ?? decided,
      article: '行政许可法第四十三条',
    },
  ];
}

/** What was decided, or sent up, unheard leaves nothing to be held any more. */
function hearingOf(input: ClockInput, { dates, law }: Planned): PlannedPeriod[] {
  const { toldAt, askedAt, heldAt, waivedAt } = law.hearing;
  if (toldAt === undefined) return [];
  const { periods = {}, law: name = '' } = input.rules ?? {};
  const penalty = name.includes('行政处罚法');
  const article = penalty ? '行政处罚法第六十四条' : '行政许可法第四十七条';
  const ask = periods['hearing-request'] ?? PERMIT_HEARING.ask;
  const asking: PlannedPeriod = {
    ...{ period: 'hearing-request', whose: 'applicant', from: toldAt, article },
    ...{ due: known(() => periodEnd(input, toldAt, ask)), done: askedAt ?? null },
  };
  const hold = periods['hearing-held'] ?? (penalty ? null : PERMIT_HEARING.hold);
  if (askedAt === undefined || hold === null) return [asking];
  const holding: PlannedPeriod = {
    ...{ period: 'hearing-held', whose: 'agency', from: askedAt, article },
    due: known(() => periodEnd(input, askedAt, hold)),
    done: heldAt ?? waivedAt ?? law.forwarded ?? dates.decided,
  };
  return [asking, holding];
}

/** What the other side does once the decision is in its hands. Remedies run in calendar time. */
function afterDelivery(input: ClockInput, { law, outcome }: Planned): PlannedPeriod[] {
  const { deliveredAt: from } = law;
  if (from === null) return [];
  const fine = input.rules?.periods?.['pay-fine'];
  const punished = fine !== undefined && outcome === 'granted';
  const found: PlannedPeriod[] = [];
  if (punished)
    found.push({
      ...{ period: 'pay-fine', whose: 'applicant', from, done: law.paidAt ?? null },
      ...{ due: known(() => periodEnd(input, from, fine)), article: '行政处罚法第六十七条' },
    });
  if (!punished && outcome !== 'refused' && outcome !== 'rejected') return found;
  const { reconsideration, suit } = remediesFrom(dayNumber(from));
  const remedy = (period: PeriodName, day: number, article: string): PlannedPeriod => ({
    ...{ period, whose: 'applicant', from, due: startOfDay(day + 1), done: null, article },
  });
  found.push(remedy('reconsideration', reconsideration, '行政复议法第二十条'));
  found.push(remedy('suit', suit, '行政诉讼法第四十六条'));
  return found;
}

function known(count: () => number): number | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}
