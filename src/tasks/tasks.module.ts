import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../cases/index.js';
import { CasesModule } from '../cases/cases.module.js';
import { TaskCommands } from './task-commands.js';
import { TaskQueries } from './task-queries.js';
import { TasksController } from './tasks.controller.js';

/** Tasks as handlers see and do them. */
@Module({
  imports: [CaseCommandsModule, CasesModule],
  controllers: [TasksController],
  providers: [TaskCommands, TaskQueries],
})
export class TasksModule {}
