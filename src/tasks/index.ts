/** Tasks: what a handler claims, releases and completes. */
export { TaskCommands, type Completion } from './task-commands.js';
