/** Cases: opened, recorded step by step, moved by commands. */
export { CASE_SETTINGS, caseInputOf, type CaseSettings } from './case-input.js';
export { CaseCommands, type Correction } from './case-commands.js';
export { CaseCommandsModule } from './commands.module.js';
export { checkDigit, isCaseNumber } from './case-number.js';
export {
  insertCommand,
  repeated,
  type Actor,
  type CommandResult,
  type CommandRow,
} from './commands/command-row.js';
export { CommandDispatcher } from './commands/dispatcher.js';
export { CommandSweeper } from './commands/sweeper.js';
export { openChildCase, type Application, type HandedIn } from './opening.js';
export { record } from './record.js';
