import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { CaseQueries } from './case-queries.js';
import { CaseViews } from './case-view.js';
import { CasesController } from './cases.controller.js';
import { CommandsController } from '../../cases/commands/commands.controller.js';
import { Corrections } from './corrections.js';
import { IncidentQueries } from '../../cases/incidents/incident-queries.js';
import { IncidentsController } from '../../cases/incidents/incidents.controller.js';

/** Cases as the API shows and moves them. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [CasesController, CommandsController, IncidentsController],
  providers: [CaseQueries, CaseViews, Corrections, IncidentQueries],
  exports: [CaseViews],
})
export class CasesModule {}
