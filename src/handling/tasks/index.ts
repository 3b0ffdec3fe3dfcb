/** Tasks: what a handler claims, releases and completes. */
export { TaskCommands } from './task-commands.js';
export { TaskVerbs } from './task-verbs.js';
export { TaskQueries } from './task-queries.js';
export { TasksModule } from './tasks.module.js';
