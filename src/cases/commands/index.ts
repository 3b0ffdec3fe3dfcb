/** What is done to a case: a row first, then an Update. */
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
} from './command-row.js';
export { caseAnswer } from './incident-department.js';
export { CommandDispatcher } from './dispatcher.js';
export { refusedTooEarly } from './lost-step.js';
export { CommandSweeper } from './sweeper.js';
export { FirstAnswers } from './first-answers.js';
export { KeyExpiry } from './key-expiry.js';
export { Repeats } from './repeats.js';
export { ApiCommand } from './api-command.js';
export { tell } from './answers.js';
export { CaseAnswerDto, CommandDto, CompletionDto, SubmitDto } from './command.dto.js';
export { pointsAsked, requireAnchoredPoints, requirePointsAnswered } from './correction-points.js';
export { correctionTask, type CorrectionTask } from './correction.js';
export { SupplementDto } from './command.dto.js';
export { WithdrawDto } from './command.dto.js';
export {
  COMPLETED,
  PASSES_OVER,
  passedByModifying,
  passedByMoving,
  reasonAgainstMove,
} from './passing-over.js';
export { WITHDRAWABLE } from './withdrawal.js';
export { RetryDto } from './command.dto.js';
export { StuckCases } from './stuck-cases.js';
