/**
 * What one event may set off in a case before the step stops and waits for a person. Everything is
 * counted, nothing is timed: a step stops at the same place on every machine and in every replay.
 */
import { behaves } from './behaviour-flags.js';

/** The numbers, in one place. They are far beyond what a diagram that ends its step needs. */
export const STEP_LIMITS = {
  /** Works done. 100,000 instances of a script task take 400,002 (some three seconds of CPU). */
  moves: 500_000,
  /** The same for cases opened before `longerSteps`. */
  movesBefore: 300_000,
  /** Works that wait for their turn: what sets itself off lays one more each time. */
  waiting: 10_000,
  /** Operations of FEEL's evaluations together; one alone may take a million (`bpmn/feel/limits.ts`). */
  operations: 3_000_000,
  /** Instances that live more than before the step; a state of so many is some two megabytes. */
  instances: 10_000,
};

/** Counts what a step does. */
export class StepBudget {
  private moves = 0;
  private instances = 0;
  private operations = 0;
  private readonly most: number;
  private mostWaiting = 0;

  constructor(engine: number) {
    const { moves, movesBefore } = STEP_LIMITS;
    this.most = behaves(engine, 'longerSteps') ? moves : movesBefore;
  }

  /**
   * One more work is to be done.
   * @param waiting how many wait after it
   * @returns whether the step may still do it
   */
  move(waiting: number): boolean {
    this.moves += 1;
    // what a retry begins with was let wait before: it must come further than it came then
    this.mostWaiting ||= Math.max(STEP_LIMITS.waiting, waiting + STEP_LIMITS.waiting / 10);
    return (
      this.moves <= this.most &&
      waiting <= this.mostWaiting &&
      this.operations <= STEP_LIMITS.operations &&
      this.instances <= STEP_LIMITS.instances
    );
  }

  /** @param operations that an expression took */
  evaluated(operations: number): void {
    this.operations += operations;
  }

  /** @param change 1 for an instance that began, -1 for one that ended */
  lives(change: 1 | -1): void {
    this.instances += change;
  }
}
