/** What is done again and again: declared on a method, found by Nest or by {@link tasksOf}. */
import type { Round } from './round.js';

export interface RecurringOptions {
  /** Unique in the platform; what operators read and what a lease is taken under: `command-sweep`. */
  name: string;
  /** Rest after a run before the next one, ms. */
  every: number;
  /**
   * True: one process at a time runs it, under a lease. Without it every process does, and what is
   * worked on is leased row by row.
   */
  oneProcess?: boolean;
  /** True: it runs also while the platform's stores do not belong together, when everything else rests. */
  evenApart?: boolean;
}

/** Whether a task may run now; the application may say so for all of them. */
export type MayRun = (task: RecurringOptions) => boolean;
/** Nest's token for a {@link MayRun}. */
export const MAY_RUN = Symbol('MAY_RUN');

export interface RecurringTask extends RecurringOptions {
  /**
   * One run. What it throws is the run's failure; an item's failure is noted by {@link Round.item}.
   * @returns true when more waits: the next run begins at once
   */
  run(round: Round): Promise<boolean | void>;
}

type Run = RecurringTask['run'];

interface Declared extends RecurringOptions {
  method: string | symbol;
}

/** Tasks by the prototype of the class that declares them. */
const declared = new WeakMap<object, Declared[]>();

/** Makes a method of a provider a recurring task: the provider's line in its module is all it takes. */
export function Recurring(options: RecurringOptions) {
  return <R extends Run>(
    prototype: object,
    method: string | symbol,
    _: TypedPropertyDescriptor<R>,
  ): void => {
    declared.set(prototype, [...(declared.get(prototype) ?? []), { ...options, method }]);
  };
}

/** The tasks that an object's class declares; none for what is no object. */
export function tasksOf(owner: unknown): RecurringTask[] {
  if (typeof owner !== 'object' || owner === null) return [];
  const tasks = declared.get(Object.getPrototypeOf(owner) as object) ?? [];
  return tasks.map(({ method, ...options }) => ({
    ...options,
    run: (round) => (owner as Record<string | symbol, Run>)[method]!(round),
  }));
}
