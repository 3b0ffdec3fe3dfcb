/** The thread's side of {@link ComputePool}: computes one task after another. */
import { parentPort } from 'node:worker_threads';
import { DomainError } from '../errors.js';
import type { Tasks } from './tasks.js';

export interface Order {
  task: string;
  input: unknown[];
}

/** A problem is what the input's author is told; an error is a fault of ours. */
export type Outcome =
  | { value: unknown }
  | { problem: Pick<DomainError, 'status' | 'code' | 'message' | 'details'> }
  | { error: string };

/** @throws Error when this is no thread */
export function serveTasks(tasks: Tasks): void {
  const port = parentPort;
  if (!port) throw new Error('This program runs in a thread of another one.');
  port.on('message', ({ task, input }: Order) => {
    void compute(tasks, task, input).then((outcome) => port.postMessage(outcome));
  });
}

async function compute(tasks: Tasks, task: string, input: unknown[]): Promise<Outcome> {
  try {
    const compute = tasks[task] as ((...input: unknown[]) => unknown) | undefined;
    if (!compute) throw new Error(`There is no task ${task}.`);
    return { value: await compute(...input) };
  } catch (error) {
    if (error instanceof DomainError) {
      const { status, code, message, details } = error;
      return { problem: { status, code, message, details } };
    }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
