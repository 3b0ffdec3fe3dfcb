/** What the recurring tasks of this process tell of themselves. */
import { gauge } from '../observability/meter.js';
import type { Loop, LoopState } from './loop.js';

/** Figures of a task, of what its loop knows; null = it has not come to that. */
const FIGURES: [name: string, description: string, of: (state: LoopState) => number | null][] = [
  [
    'onestop_recurring_last_run_timestamp_seconds',
    'When a recurring task last ended a run, Unix time',
    ({ endedAt }) => (endedAt ? endedAt.getTime() / 1000 : null),
  ],
  ['onestop_recurring_runs', 'Runs since the process began', ({ runs }) => runs],
  ['onestop_recurring_failures', 'Runs that failed', ({ failures }) => failures],
  ['onestop_recurring_failed_in_a_row', 'Failures since it went well', (s) => s.failedInARow],
  ['onestop_recurring_item_failures', 'Items that failed', ({ itemFailures }) => itemFailures],
];

const gauges = FIGURES.map(([name, description, of]) => ({ gauge: gauge(name, description), of }));

/** @returns a function that forgets the loops */
export function tellLoops(loops: () => readonly Loop[]): () => void {
  const forget = gauges.map(({ gauge, of }) =>
    gauge.toldBy(() =>
      loops().flatMap(({ task, state }) => {
        const value = of(state);
        return value === null ? [] : [[value, { task: task.name }] as const];
      }),
    ),
  );
  return () => forget.forEach((each) => each());
}
