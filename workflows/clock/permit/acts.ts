/** What each act does to a permit's clock, and when the law does not allow it. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { countDays } from './days.js';
import {
  afterSilence,
  type Pause,
  PAUSE_REASONS,
  type PermitAct,
  type PermitClock,
  type PermitRefusal,
  type PermitTerms,
} from './permit.js';

interface Moment {
  calendar: FrozenCalendar;
  terms: PermitTerms;
  day: number;
}

type Change = Partial<PermitClock> | PermitRefusal;
type Rule<Act extends PermitAct['do']> = (
  clock: PermitClock,
  act: Extract<PermitAct, { do: Act }>,
  moment: Moment,
) => Change;

const OUT_OF_ORDER: PermitRefusal = { article: null };
const against = (article: PermitRefusal['article']): PermitRefusal => ({ article });

/** Too late or asked twice breaks article 32; anything else is only out of order. */
const notExaminable = ({ deemed }: PermitClock): PermitRefusal =>
  deemed ? against(32) : OUT_OF_ORDER;

const RULES: { [Act in PermitAct['do']]: Rule<Act> } = {
  receive: ({ state }, _, { day }) =>
    state === null ? { state: 'received', examinedFrom: day } : OUT_OF_ORDER,

  // 32(4): all at once, hence once only.
  correct(clock) {
    if (clock.asked) return against(32);
    return clock.state === 'received' ? { state: 'correcting', asked: true } : notExaminable(clock);
  },

  supplement: ({ state }, _, { day }) =>
    state === 'correcting' ? { state: 'received', examinedFrom: day } : OUT_OF_ORDER,

  accept: (clock, _, { day }) =>
    clock.state === 'received' ? { state: 'accepted', accepted: day } : notExaminable(clock),

  refuse: (clock) => (clock.state === 'received' ? { state: 'refused' } : notExaminable(clock)),

  pause({ state, pauses }, { reason }, { day }) {
    if (state !== 'accepted') return OUT_OF_ORDER;
    if (!(PAUSE_REASONS as readonly string[]).includes(reason)) return against(45);
    return { state: 'paused', pauses: [...pauses, { from: day, to: null }] };
  },

  resume: ({ state, pauses }, _, { day }) =>
    state === 'paused' ? { state: 'accepted', pauses: ended(pauses, day) } : OUT_OF_ORDER,

  extend(clock, { days, by }, { calendar, terms, day }) {
    if (clock.state !== 'accepted' && clock.state !== 'paused') return OUT_OF_ORDER;
    const allowed =
      clock.state === 'accepted' &&
      clock.extended === null &&
      by === (terms.joint ? 'government' : 'head') &&
      days >= 1 &&
      days <= terms.extension &&
      isInTime(calendar, terms, clock, day);
    return allowed ? { extended: days } : against(42);
  },

  decide: ({ state }, _, { day }) =>
    state === 'accepted' ? { state: 'decided', decided: day } : OUT_OF_ORDER,

  deliver: ({ state }, _, { day }) =>
    state === 'decided' ? { state: 'delivered', delivered: day } : OUT_OF_ORDER,

  withdraw({ state, pauses }, _, { day }) {
    if (state === null || state === 'decided' || state === 'delivered') return OUT_OF_ORDER;
    return { state: 'withdrawn', withdrawn: day, pauses: ended(pauses, day) };
  },
};

/** Not later than the last day by law; asks the calendar for no day after this one. */
const isInTime = (
  calendar: FrozenCalendar,
  { statutory }: PermitTerms,
  { accepted, pauses }: PermitClock,
  day: number,
): boolean =>
  accepted !== null &&
  // A limit of no days at all ends with the day of acceptance itself.
  (day <= accepted || countDays(calendar, accepted, day - 1, pauses) < statutory);

/** The last pause ends on this day, where it goes on. */
const ended = (pauses: Pause[], day: number): Pause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: day } : pause));

const isRefusal = (change: Change): change is PermitRefusal => 'article' in change;

/**
 * One act on a day. Acts come in the order of their days; silence before this one has its effect first,
 * whether the act is allowed or not.
 * @throws CalendarError when a day asked for lies in a year without data
 */
export function happen(
  moment: Moment,
  before: PermitClock,
  act: PermitAct,
): { clock: PermitClock; refusal: PermitRefusal | null } {
  const clock = afterSilence(moment.calendar, before, moment.day);
  // Nothing follows a refusal or a withdrawal.
  if (clock.state === 'refused' || clock.state === 'withdrawn')
    return { clock, refusal: OUT_OF_ORDER };
  const change = (RULES[act.do] as Rule<PermitAct['do']>)(clock, act as never, moment);
  return isRefusal(change)
    ? { clock, refusal: change }
    : { clock: { ...clock, ...change }, refusal: null };
}
