import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../commands/index.js';
import { IncidentQueries } from './incident-queries.js';
import { IncidentsController } from './incidents.controller.js';

/** Where cases are stuck, and how they go on. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [IncidentsController],
  providers: [IncidentQueries],
})
export class IncidentsModule {}
