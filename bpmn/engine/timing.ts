/** When a timer is due. Working days and the length of a day come from the case's clock. */
import type { TimerDefinition } from '../model/process.js';
import type { Clock } from './api.js';
import { textOf } from './expressions.js';
import { Failure, failed } from './failure.js';
import type { Run } from './run.js';
import type { Instance, Trigger } from './state.js';

type TimerTrigger = Extract<Trigger, { type: 'timer' }>;
type Due = Pick<TimerTrigger, 'due' | 'cycle' | 'counted'>;
/** Due time and, for a cycle, how to go on. Undefined = never. */
export type Schedule = Due | undefined;

const DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;
/** Where days are scaled for a demonstration, months and years are counted in such days. */
const DAYS_OF_MONTH = 30;

const LENGTH =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Times, the start where there is one, and the length of a round. */
const CYCLE = /^R(\d*)\/(?:([^/]+)\/)?([^/]+)$/;
const WORKING_DAYS = /^(\d+)wd$/;
const DATE_ONLY = /^\d{4}-\d\d-\d\d$/;
const ZONE = /(Z|[+-]\d\d:?\d\d)$/;

/** Reads a timer of the diagram as it stands now, for an instance or the place it would be in. */
export function scheduleOf(
  run: Run,
  from: Instance,
  { kind, value }: TimerDefinition,
): Schedule | Failure {
  const text = textOf(run, from, value);
  return failed(text) ? text : scheduleFrom(kind, text, run.at, run.clock);
}

/** Reads the text of a timer as it stands at an instant. */
export function scheduleFrom(
  kind: TimerDefinition['kind'],
  text: string,
  at: number,
  clock: Clock,
): Schedule | Failure {
  if (kind === 'date') return instant(text);
  // FEEL may yield a length where the diagram says cycle, and the other way round
  return text.startsWith('R') ? cycle(text, at, clock) : length(text, at, clock);
}

/** The time after a cycle fired, or undefined when it is used up. */
export function nextRound(timer: Due, clock: Clock): Schedule | Failure {
  const { cycle: round, due } = timer;
  if (!round || round.left === 0) return undefined;
  const next = length(round.every, due, clock);
  if (failed(next)) return next;
  return {
    ...next,
    cycle: { every: round.every, left: round.left === null ? null : round.left - 1 },
  };
}

/** The instant a length of time (`5wd`, `P5D`, `PT1H`) after another; undefined = not a length. */
export function lengthOfTime(text: string, from: number, clock: Clock): number | undefined {
  const schedule = length(text, from, clock);
  return failed(schedule) ? undefined : schedule.due;
}

function cycle(text: string, at: number, clock: Clock): Schedule | Failure {
  const [, repeats, begin, every = ''] = CYCLE.exec(text) ?? [];
  // its rounds are read now, so that a mistake shows before the first of them
  const after = length(every, at, clock);
  if (failed(after)) return after.code === 'calendar-missing' ? after : unreadable(text);
  const times = repeats ? Number(repeats) : null;
  if (times === 0) return undefined;
  const first = begin === undefined ? after : instant(begin);
  if (failed(first)) return first;
  return { ...first, cycle: { every, left: times === null ? null : times - 1 } };
}

function instant(text: string): Due | Failure {
  // FEEL may name the zone beside the offset
  const bare = text.replace(/@[\w/+-]+$/, '');
  // a date or time without a zone is meant in China's
  const time = DATE_ONLY.test(bare) ? `${bare}T00:00:00` : bare;
  const due = Date.parse(ZONE.test(time) ? time : `${time}+08:00`);
  return Number.isNaN(due) ? unreadable(text) : { due };
}

function length(text: string, from: number, clock: Clock): Due | Failure {
  const working = WORKING_DAYS.exec(text);
  if (working) return workingDaysFrom(from, Number(working[1]), clock);
  const parts = LENGTH.exec(text);
  if (!parts) return unreadable(text);
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number];
  const start = addMonths(from, years * 12 + months, clock);
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return { due: start + (weeks * 7 + days) * clock.dayLength + time };
}

function addMonths(from: number, months: number, { dayLength }: Clock): number {
  if (months === 0) return from;
  if (dayLength !== DAY) return from + months * DAYS_OF_MONTH * dayLength;
  const local = new Date(from + CHINA_OFFSET);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last));
  return local.getTime() - CHINA_OFFSET;
}

/** It is remembered how it was counted: the calendar may change while it waits. */
export function workingDaysFrom(from: number, days: number, clock: Clock): Due | Failure {
  try {
    return { due: clock.addWorkingDays(from, days), counted: { from, days } };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CalendarError') throw error;
    return new Failure('calendar-missing', `无法计算工作日：${error.message}。请补充日历后重试`);
  }
}

const unreadable = (text: string): Failure =>
  new Failure(
    'expression-failed',
    `定时“${text}”不可识别，应为 5wd（工作日）、P5D、PT1H、时刻或 R3/PT1H`,
  );
