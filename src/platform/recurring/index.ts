/** What the platform does again and again beside requests: one loop for all, seen by operators. */
export { RecurringModule } from './recurring.module.js';
export { readReports, type TaskReport } from './reports.js';
export { Round, runToEnd, type ItemFailed } from './round.js';
export { RecurringRunner } from './runner.js';
export { MAY_RUN, Recurring, tasksOf, type MayRun } from './task.js';
