/** Tasks of a case beside its diagram; what they are for is registered in `src/handling/tasks/purposes`. */
export {
  cancelSideTasks,
  openSideTask,
  writeSideLine,
  type NewSideTask,
  type SideLine,
} from './side-task.js';
export { namesOfTask, tellBack, tellHands } from './tell-hands.js';
export { versionForTask } from './form-version.js';
export type { DoneSideTask, FollowUp, HeldCommand, Purpose } from './purpose.js';
