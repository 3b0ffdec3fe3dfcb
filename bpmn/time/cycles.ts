/** Cycles as diagrams write them: `R3/PT1H`, `R/5wd`, `R3/2026-01-01T08:00:00Z/P1D`. */
import type { Instant } from './instants.js';
import { isRound } from './lengths.js';
import { READERS, type Readers } from './readers.js';

export interface Cycle {
  /** How often it comes; null = for ever. */
  times: number | null;
  /** When its first round is due, as written; undefined = a length after it is set. */
  begin?: string;
  /** The length of a round, as written. */
  every: string;
}

const WRITTEN = /^R(\d{0,9})\/(?:([^/]+(?:\/[^/]+){0,2})\/)?([^/]+)$/;

/** The parts of a cycle, not yet looked at; undefined for a text that is none. */
export function readCycle(text: string): Cycle | undefined {
  const [, times, begin, every] = WRITTEN.exec(text) ?? [];
  if (every === undefined) return undefined;
  return { times: times ? Number(times) : null, ...(begin !== undefined && { begin }), every };
}

export type CycleProblem = 'unreadable' | 'no-length' | Exclude<Instant, { at: number }>['problem'];

/** What keeps a cycle from being carried out; undefined when nothing does. */
export function problemOf(
  { begin, every }: Cycle,
  readers: Readers = READERS,
): CycleProblem | undefined {
  const length = readers.length(every);
  if (!length) return 'unreadable';
  if (!isRound(length)) return 'no-length';
  const first = begin === undefined ? undefined : readers.instant(begin);
  return first && 'problem' in first ? first.problem : undefined;
}
