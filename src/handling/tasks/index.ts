/** Tasks: what a handler claims, releases and completes. */
export { TaskCommands } from './task-commands.js';
export { TaskVerbs } from './task-verbs.js';
export { TaskQueries } from './task-queries.js';
export type { Completion } from './completion.js';
export { openSideTask, type NewSideTask, type Purpose } from '../../cases/index.js';
export { TasksModule } from './tasks.module.js';
