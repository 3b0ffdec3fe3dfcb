/** The case itself: opened, recorded step by step, moved by commands, met by messages. */
export * from './access/index.js';
export * from './announcing/index.js';
export * from './commands/index.js';
export * from './correlation/index.js';
export * from './incidents/index.js';
export * from './opening/index.js';
export * from './province-answers/index.js';
export * from './recording/index.js';
export * from './telling/index.js';
export * from './side-tasks/index.js';
export * from './subscriptions/index.js';
export * from './rebuilding/index.js';
export * from './verification/index.js';
export { CasesModule } from './cases.module.js';
