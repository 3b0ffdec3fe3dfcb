/** A permit's clock as it looks on a day. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { countDays, countedDay, dayAfterAcceptance } from './days.js';
import { afterSilence, type PermitClock, type PermitState, type PermitTerms } from './permit.js';

/** What people see; a light is automatic, a card is issued by somebody. */
export type PermitLight = 'waiting' | 'done' | 'paused' | 'red' | 'yellow' | 'warning' | 'green';

/** Day numbers; null = no value. */
export interface PermitView {
  state: PermitState | null;
  accepted: number | null;
  deemed: boolean;
  /** Unknown while paused: nobody knows yet how long. */
  statutoryDue: number | null;
  promisedDue: number | null;
  /** Known from the decision on. */
  deliverDue: number | null;
  /** Working days that counted, from acceptance to the decision, the withdrawal, or the day looked at. */
  used: number;
  light: PermitLight;
}

/** @throws CalendarError when a day asked for lies in a year without data */
export function viewOn(
  calendar: FrozenCalendar,
  terms: PermitTerms,
  before: PermitClock,
  day: number,
): PermitView {
  const clock = afterSilence(calendar, before, day);
  const { state, accepted, deemed, decided, withdrawn, pauses } = clock;
  const runs = accepted !== null && state !== 'paused';
  const due = (days: number | null) =>
    runs && days !== null ? dayAfterAcceptance(calendar, clock, days) : null;
  const statutoryDue = due(terms.statutory);
  const promisedDue = due(terms.promised);
  return {
    state,
    accepted,
    deemed,
    statutoryDue,
    promisedDue,
    deliverDue: decided === null ? null : countedDay(calendar, decided, terms.deliver),
    used:
      accepted === null ? 0 : countDays(calendar, accepted, decided ?? withdrawn ?? day, pauses),
    light: lightOf(),
  };

  function lightOf(): PermitLight {
    if (state === 'paused') return 'paused';
    if (state === null || state === 'received' || state === 'correcting') return 'waiting';
    if (state !== 'accepted') return 'done';
    const nearest = promisedDue ?? statutoryDue!;
    if (day > statutoryDue!) return 'red';
    if (day > nearest) return 'yellow';
    return countDays(calendar, day, nearest) <= terms.warn ? 'warning' : 'green';
  }
}
