/** What pools of threads tell of themselves. */
import { counter, gauge } from '../observability/meter.js';

export const computeLoad = gauge(
  'onestop_compute_load',
  'Computing threads at work, and what waits for one, by pool',
);
/** `busy` = too many waited already; `time`, `memory` = a computation took more than it may. */
export const computeRefused = counter(
  'onestop_compute_refused',
  'Computations that were refused or ended, by pool and reason',
);
