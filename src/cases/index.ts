/** Cases: opened, recorded step by step, moved by commands. */
export { CASE_SETTINGS, caseInputOf, limitsOf, type CaseSettings } from './case-input.js';
export { checkDigit } from './case-number.js';
export { CaseCommands } from './case-commands.js';
export { CaseCommandsModule } from './commands.module.js';
export {
  findCommand,
  insertCommand,
  insertDone,
  repeated,
  type Actor,
  type CommandResult,
  type CommandRow,
  type NewCommand,
} from './commands/command-row.js';
export { caseAnswer } from './incident-department.js';
export { CommandDispatcher } from './commands/dispatcher.js';
export { CommandSweeper } from './commands/sweeper.js';
export {
  firstVariables,
  openCase,
  openChildCase,
  type Application,
  type HandedIn,
  type NewCase,
} from './opening.js';
export { record } from './record.js';
export { verifyCases, type Difference } from './verification.js';
export { ApiCommand } from './api-command.js';
export { tell } from './answers.js';
export { CaseDto } from './case.dto.js';
export { requireCase, type CaseRelation } from './case-access.js';
export { lightOf, limitText } from './case-clock.js';
export { CaseViews } from './case-view.js';
export { CaseAnswerDto, CommandDto, CompletionDto, SubmitDto } from './command.dto.js';
export { requireAnchoredPoints, requirePointsAnswered } from './correction-points.js';
export { handedIn, requireOwnFiles } from './corrections.js';
export { stateName } from './state-names.js';
