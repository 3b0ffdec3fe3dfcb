/** When a timer is due. Working days and the length of a day come from the case's clock. */
import type { TimerDefinition } from '../model/process.js';
import {
  daysIn,
  FORMER_READERS,
  isRound,
  laterInZone,
  PROBLEMS,
  problemOf,
  readCycle,
  READERS,
  times,
  zoneOf,
  type CycleProblem,
  type Length,
  type Readers,
} from '../time/index.js';
import type { Clock } from './api.js';
import { wordsOf } from './expressions.js';
import { Failure, failed } from './failure.js';
import type { Run } from './run.js';
import type { Instance, Trigger } from './state.js';

type TimerTrigger = Extract<Trigger, { type: 'timer' }>;
type Due = Pick<TimerTrigger, 'due' | 'cycle' | 'counted'>;
/** Due time and, for a cycle, how to go on. Undefined = never. */
export type Schedule = Due | undefined;

/** Now, the clock, and whether times are read to the letter (behaviour flag `timersToTheLetter`). */
export interface Reading {
  at: number;
  clock: Clock;
  toTheLetter: boolean;
  /** Whether a cycle goes by the clocks of the zone it begins in (`cyclesInTheirZone`). */
  inZones: boolean;
}

const readersOf = ({ inZones }: Pick<Reading, 'inZones'>): Readers =>
  inZones ? READERS : FORMER_READERS;

const DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;
/** Where days are scaled for a demonstration, months and years are counted in such days. */
const DAYS_OF_MONTH = 30;

/** Reads a timer of the diagram as it stands now, for an instance or the place it would be in. */
export function scheduleOf(
  run: Run,
  from: Instance,
  { kind, value }: TimerDefinition,
): Schedule | Failure {
  const words = wordsOf(run, from, value);
  if (failed(words)) return words;
  const schedule = scheduleFrom(kind, words.text, readingOf(run));
  if (!failed(schedule) || words.warnings.length === 0) return schedule;
  return new Failure(schedule.code, [schedule.message, ...words.warnings].join('；'));
}

/** How a case reads its timers. */
export const readingOf = (run: Run): Reading => ({
  at: run.at,
  clock: run.clock,
  toTheLetter: run.behaves('timersToTheLetter'),
  inZones: run.behaves('cyclesInTheirZone'),
});

/** Reads the text of a timer as it stands at an instant. */
export function scheduleFrom(
  kind: TimerDefinition['kind'],
  text: string,
  reading: Reading,
): Schedule | Failure {
  if (kind === 'date') return instant(text, reading);
  // FEEL may yield a length where the diagram says cycle, and the other way round
  return text.startsWith('R') ? cycle(text, reading) : length(text, reading);
}

/**
 * The time after a cycle fired, or undefined when it is used up. Rounds are counted from the first, so
 * that a month after the 31st is not for ever the 30th; those that were missed have fired as one.
 */
export function nextRound(timer: Due, reading: Reading): Schedule | Failure {
  const { at, clock } = reading;
  const { cycle: round, due } = timer;
  if (!round || round.left === 0) return undefined;
  const left = round.left === null ? null : round.left - 1;
  const { every, from, count = 0, zone } = round;
  const period = readersOf(reading).length(every);
  if (!period) return unreadable(every);
  if (from === undefined) {
    // A timer of a case that began before cycles had an anchor: each round from the last.
    const next = after(period, due, clock);
    return failed(next) ? next : { ...next, cycle: { every, left } };
  }
  if (!isRound(period)) return unreadable(every, 'no-length');
  // Working days add up from any of them, and the calendar may have changed since the first.
  const working = 'workingDays' in period;
  const [base, done] = working ? [due, 0] : [from, count];
  const rounds = firstAfter(at, done + 1, (n) => after(times(period, n), base, clock, zone));
  const next = after(times(period, rounds), base, clock, zone);
  if (failed(next)) return next;
  const gone = working ? count + rounds : rounds;
  return { ...next, cycle: { every, left, from, count: gone, ...(zone && { zone }) } };
}

/** The first count, from a least one on, that is due after an instant; found by halving. */
function firstAfter(at: number, least: number, due: (count: number) => Due | Failure): number {
  const isAfter = (count: number): boolean => {
    const found = due(count);
    return failed(found) || found.due > at;
  };
  let before = least - 1;
  let step = 1;
  while (!isAfter(before + step)) {
    before += step;
    step *= 2;
  }
  for (let upper = before + step; upper - before > 1;) {
    const middle = Math.floor((before + upper) / 2);
    if (isAfter(middle)) upper = middle;
    else before = middle;
    step = upper - before;
  }
  return before + 1;
}

/** The instant a length of time (`5wd`, `P5D`, `PT1H`) after another; undefined = not a length. */
export function lengthOfTime(text: string, from: number, clock: Clock): number | undefined {
  const schedule = length(text, { at: from, clock, inZones: true });
  return failed(schedule) ? undefined : schedule.due;
}

function cycle(text: string, reading: Reading): Schedule | Failure {
  const { at, toTheLetter, inZones } = reading;
  const read = readCycle(text);
  if (!read) return unreadable(text);
  const { every, begin, times: often } = read;
  const problem = problemOf(read, readersOf(reading));
  if (toTheLetter && problem) return unreadable(text, problem);
  // its rounds are read now, so that a mistake shows before the first of them
  const second = length(every, reading);
  if (failed(second)) return second.code === 'calendar-missing' ? second : unreadable(text);
  if (often === 0) return undefined;
  const first = begin === undefined ? second : instant(begin, reading);
  if (failed(first)) return first;
  const left = often === null ? null : often - 1;
  const anchor = begin === undefined ? { from: at, count: 1 } : { from: first.due, count: 0 };
  const zone = inZones && begin !== undefined ? zoneOf(begin) : undefined;
  return { ...first, cycle: { every, left, ...(toTheLetter && anchor), ...(zone && { zone }) } };
}

function instant(text: string, reading: Reading): Due | Failure {
  if (!reading.toTheLetter) return looseInstant(text);
  const read = readersOf(reading).instant(text);
  return 'at' in read ? { due: read.at } : unreadable(text, read.problem);
}

/** As instants were read before: a day that does not exist is one of the next month, a zone's name nothing. */
function looseInstant(text: string): Due | Failure {
  const bare = text.replace(/@[\w/+-]+$/, '');
  const time = /^\d{4}-\d\d-\d\d$/.test(bare) ? `${bare}T00:00:00` : bare;
  const due = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}+08:00`);
  return Number.isNaN(due) ? unreadable(text) : { due };
}

function length(text: string, { at, clock, inZones }: Omit<Reading, 'toTheLetter'>): Due | Failure {
  const read = readersOf({ inZones }).length(text);
  return read ? after(read, at, clock) : unreadable(text);
}

function after(period: Length, from: number, clock: Clock, zone?: string): Due | Failure {
  if ('workingDays' in period) return workingDaysFrom(from, period.workingDays, clock);
  const there = zone && clock.dayLength === DAY ? laterInZone(from, period, zone) : undefined;
  if (there !== undefined) return { due: there + period.ms };
  const start = addMonths(from, period.months, clock);
  return { due: start + period.days * clock.dayLength + period.ms };
}

/** Beyond it there are no dates; months are then of the mean length. */
const FARTHEST_YEAR = 200_000;
const MEAN_MONTH = 30.436_875 * DAY;

function addMonths(from: number, months: number, { dayLength }: Clock): number {
  if (months === 0) return from;
  if (dayLength !== DAY) return from + months * DAYS_OF_MONTH * dayLength;
  const local = new Date(from + CHINA_OFFSET);
  const month = local.getUTCFullYear() * 12 + local.getUTCMonth() + months;
  const [year, place] = [Math.floor(month / 12), month % 12];
  if (!(year < FARTHEST_YEAR)) return from + months * MEAN_MONTH;
  local.setUTCFullYear(year, place, Math.min(local.getUTCDate(), daysIn(year, place + 1)));
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

const unreadable = (text: string, problem: CycleProblem = 'unreadable'): Failure =>
  new Failure('expression-failed', `定时“${text}”${PROBLEMS[problem]}`);
