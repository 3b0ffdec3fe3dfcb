/** Tasks: what a handler claims, releases, completes, hands on and takes back. */
export { isOwnCase, ownCaseIn } from './own-case.js';
export { TaskVerbs } from './task-verbs.js';
export { TasksModule } from './tasks.module.js';
export * from './verbs/index.js';
