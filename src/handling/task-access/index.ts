/** Who may have a task in hand, in whose name, and the task's row while somebody is at it. */
export type { Completion } from './completion.js';
export {
  columnsOf,
  identitiesOf,
  isAssignee,
  mayHandle,
  ownIdentity,
  principalsOf,
  TODAY,
  type Identity,
} from './identities.js';
export { requireTask, type FoundTask } from './require-task.js';
export { lockTask, lookAt, type Held, type TaskRow } from './task-row.js';
