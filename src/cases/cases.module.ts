import { Module } from '@nestjs/common';
import { CaseCommandsModule } from './commands/index.js';
import { CorrelationModule } from './correlation/index.js';
import { IncidentsModule } from './incidents/index.js';

/** The case itself. */
@Module({
  imports: [CaseCommandsModule, CorrelationModule, IncidentsModule],
  exports: [CaseCommandsModule],
})
export class CasesModule {}
