import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { CasePageModule } from '../case-page/index.js';
import { Bulk } from './bulk.js';
import { Copies } from './copies.js';
import { Deputies } from './deputies.js';
import { InboxController } from './inbox.controller.js';
import { OwnFigures } from './own-figures.js';
import { Preferences } from './preferences.js';
import { TaskQueries } from './task-queries.js';
import { TaskVerbs } from './task-verbs.js';
import { TasksController } from './tasks.controller.js';
import { Urges } from './urges.js';
import { VerbsController } from './verbs/verbs.controller.js';

/** Tasks as handlers see and do them. */
@Module({
  imports: [CaseCommandsModule, CasePageModule],
  controllers: [TasksController, VerbsController, InboxController],
  providers: [TaskQueries, TaskVerbs, Bulk, Copies, Deputies, OwnFigures, Preferences, Urges],
  exports: [TaskQueries],
})
export class TasksModule {}
