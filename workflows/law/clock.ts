/** The statutory clock of one case: what the law dates, and when its periods are over. Pure. */
import { CalendarError, DAY } from '../clock/index.js';
import type {
  ActDates,
  CaseInput,
  CaseState,
  LegalColumns,
  LegalPause,
} from '../contracts/case.js';
import { periodEnd } from './days.js';
import type { Hearing } from './hearing.js';
import { RECEIVED } from './states.js';

/** What the law remembers of a case beside its state; carried from run to run. */
export interface LawState {
  /** Where a case that is held up goes back to. */
  behind?: CaseState;
  receivedAt: number | null;
  /** Receipt or supplement: what the days to accept run from. */
  examinedFrom: number | null;
  /** Corrections were asked for; that is done once (行政许可法 32). */
  asked: boolean;
  /** Accepted by silence, not by an act. */
  deemed: boolean;
  /**
   * Of a renewal, when the licence's validity ended: `deemed` = it counts as granted (行政许可法 50);
   * `with-applicant` = corrections were still owed, so that nothing was the agency's default.
   */
  expiry?: 'deemed' | 'with-applicant';
  /** Keys of the tasks that silence, or the end of a licence's validity, completed. */
  closedByLaw: string[];
  pauses: LegalPause[];
  /** Working days granted; 0 = not extended. */
  extension: number;
  deliveredAt: number | null;
  archivedAt: number | null;
  /** When it was sent up to the level above, which decides. */
  forwarded?: number;
  hearing: Hearing;
  /** When a fine was paid: known from its task, not to the case's workflow. */
  paidAt?: number;
}

export const NOTHING_YET: LawState = {
  receivedAt: null,
  examinedFrom: null,
  asked: false,
  deemed: false,
  closedByLaw: [],
  pauses: [],
  extension: 0,
  deliveredAt: null,
  archivedAt: null,
  hearing: {},
};

export type ClockInput = Pick<
  CaseInput,
  'limits' | 'rules' | 'calendar' | 'dayLength' | 'licenceEndsAt' | 'law' | 'above'
>;

export interface Dated {
  state: CaseState;
  dates: ActDates;
  law: LawState;
}

export type Periods = Pick<
  LegalColumns,
  'acceptanceDueAt' | 'deliverDueAt' | 'calendarPending' | 'pausedAt'
> & {
  dueAt: number | null;
  promisedDueAt: number | null;
};

/**
 * In a demonstration whose days last seconds, silence is not taken for acceptance before somebody
 * could have acted; ms.
 */
const DEMONSTRATION_SILENCE = 300_000;

/** The pause that still goes on. */
export const openPause = ({ pauses }: LawState): LegalPause | undefined =>
  pauses.find(({ to }) => to === null);

/** Ends of all periods as they are now; while paused nobody knows when the limits are over. */
export function periodsOf(input: ClockInput, { state, dates, law }: Dated): Periods {
  let calendarPending = false;
  const known = (end: () => number | null): number | null => {
    try {
      return end();
    } catch (error) {
      // A year whose calendar is not published is never guessed: work goes on, 待日历.
      if (!(error instanceof CalendarError)) throw error;
      calendarPending = true;
      return null;
    }
  };
  const paused = openPause(law);
  const { accepted, decided } = dates;
  // 行政许可法 50(2): a renewal is decided before the validity ends, however many days are left by then.
  const validity = law.expiry === 'with-applicant' ? undefined : input.licenceEndsAt;
  const fromAcceptance = (limit: string | undefined): number | null =>
    limit === undefined || accepted === null || paused || (law.forwarded && decided === null)
      ? null
      : known(() =>
          Math.min(
            periodEnd(input, accepted, limit, law.pauses, law.extension),
            validity ?? Infinity,
          ),
        );
  const { acceptance, delivery } = input.rules ?? { acceptance: null, delivery: null };
  // 行政许可法 44: what was not even accepted has no permit to deliver.
  const refusedAtTheDoor = acceptance !== null && accepted === null;
  return {
    dueAt: fromAcceptance(input.limits.statutory),
    promisedDueAt: fromAcceptance(input.limits.promised),
    acceptanceDueAt: known(() => acceptanceEnd(input, state, law)),
    deliverDueAt:
      delivery === null || decided === null || refusedAtTheDoor || law.forwarded
        ? null
        : known(() => periodEnd(input, decided, delivery)),
    pausedAt: paused?.from ?? null,
    calendarPending,
  };
}

/** When the agency's silence is over, while it still has to say something (行政许可法 32). */
function acceptanceEnd(
  input: ClockInput,
  state: CaseState,
  { examinedFrom }: LawState,
): number | null {
  const { acceptance } = input.rules ?? { acceptance: null };
  if (acceptance === null || examinedFrom === null || !RECEIVED.includes(state)) return null;
  const end = periodEnd(input, examinedFrom, acceptance.within);
  const scaled = input.dayLength !== DAY && acceptance.within.endsWith('wd');
  return scaled ? Math.max(end, examinedFrom + DEMONSTRATION_SILENCE) : end;
}
