/** When a timer at the beginning of a process is due, for the host: there is no case yet to wait in. */
import { evaluate } from '../feel/index.js';
import type { TimerDefinition } from '../model/process.js';
import type { Clock } from './api.js';
import { failed } from './failure.js';
import { nextRound, scheduleFrom, type Schedule } from './timing.js';

/** Due instant, ms since 1970, and for a cycle how it goes on. */
export type StartTimer = NonNullable<Schedule>;

export class StartTimerUnreadable extends Error {
  override name = 'StartTimerUnreadable';
}

/**
 * The first time; null = never.
 * @param at lengths of time count from here; also the instant of FEEL's now() and today()
 * @throws StartTimerUnreadable saying what is wrong
 */
export function firstDue(
  { kind, value }: TimerDefinition,
  at: number,
  clock: Clock,
): StartTimer | null {
  const reading = { at, clock, toTheLetter: true, inZones: true };
  if ('value' in value) return read(scheduleFrom(kind, value.value, reading));
  const result = evaluate(value.feel, {}, at);
  if (!result.ok)
    throw new StartTimerUnreadable(`表达式“${value.feel}”无法求值：${result.message}`);
  return read(scheduleFrom(kind, String(result.value), reading));
}

/**
 * The time after that; null = it was the last.
 * @param at when it fired: of the rounds missed until then nothing is made up for
 * @throws StartTimerUnreadable
 */
export function dueAfter(timer: StartTimer, at: number, clock: Clock): StartTimer | null {
  const { cycle } = timer;
  // One that was set before rounds were counted from the first is counted from this one on.
  const anchored = cycle && { from: timer.due, count: 0, ...cycle };
  const counted = anchored ? { ...timer, cycle: anchored } : timer;
  return read(nextRound(counted, { at, clock, toTheLetter: true, inZones: true }));
}

function read(schedule: ReturnType<typeof scheduleFrom>): StartTimer | null {
  if (failed(schedule)) throw new StartTimerUnreadable(schedule.message);
  return schedule ?? null;
}
