import { Module } from '@nestjs/common';
import { CaseCommands } from './case-commands.js';
import { CommandDispatcher } from './dispatcher.js';
import { CommandSweeper } from './sweeper.js';
import { FirstAnswers } from './first-answers.js';
import { KeyExpiry } from './key-expiry.js';
import { CommandsController } from './commands.controller.js';

/**
 * Commands on cases and their way to the workflows. Needs `TEMPORAL` and `CASE_SETTINGS`, which the
 * application's root module provides globally.
 */
@Module({
  controllers: [CommandsController],
  providers: [CommandDispatcher, CommandSweeper, CaseCommands, FirstAnswers, KeyExpiry],
  exports: [CommandDispatcher, CaseCommands, FirstAnswers],
})
export class CaseCommandsModule {}
