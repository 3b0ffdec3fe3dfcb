import { Module } from '@nestjs/common';
import { Figures } from './figures/figures.js';
import { FilesModule } from '../papers/index.js';
import { Resealer } from '../platform/sealing/reseal.js';
import { Health } from './health/health.js';
import { TemporalFitness } from './health/temporal-fitness.js';
import { HealthController } from './health/health.controller.js';
import { RecurringTasksController } from './recurring-tasks/recurring-tasks.controller.js';

/** What operators ask: whether every part is up, and how the tasks behind the requests go. */
@Module({
  imports: [FilesModule],
  controllers: [HealthController, RecurringTasksController],
  providers: [Health, TemporalFitness, Figures, Resealer],
})
export class OperationsModule {}
