/** What the recurring tasks of this process tell of themselves. */
import { gauge } from '../observability/meter.js';
import type { Loop, LoopState } from './loop.js';

const beganAt = performance.timeOrigin / 1000;

/** Figures of a task, of what its loop knows. */
const FIGURES: [name: string, description: string, of: (state: LoopState) => number][] = [
  [
    'onestop_recurring_last_run_timestamp_seconds',
    'When a recurring task last ended a run, before the first the start of the process, Unix time',
    ({ endedAt }) => (endedAt ? endedAt.getTime() / 1000 : beganAt),
  ],
  ['onestop_recurring_runs', 'Runs since the process began', ({ runs }) => runs],
  ['onestop_recurring_failures', 'Runs that failed', ({ failures }) => failures],
  ['onestop_recurring_failed_in_a_row', 'Failures since it went well', (s) => s.failedInARow],
  ['onestop_recurring_item_failures', 'Items that failed', ({ itemFailures }) => itemFailures],
];

const every = gauge(
  'onestop_recurring_every_seconds',
  'How long a recurring task rests between runs',
);
const gauges = FIGURES.map(([name, description, of]) => ({ gauge: gauge(name, description), of }));

/** @returns a function that forgets the loops */
export function tellLoops(loops: () => readonly Loop[]): () => void {
  const forget = gauges.map(({ gauge, of }) =>
    gauge.toldBy(() => loops().map(({ task, state }) => [of(state), { task: task.name }])),
  );
  const forgetEvery = every.toldBy(() =>
    loops().map(({ task }) => [task.every / 1000, { task: task.name }]),
  );
  return () => [...forget, forgetEvery].forEach((each) => each());
}
