import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { MigrationRunner } from './migration-runner.js';
import { MigrationsController } from './migrations.controller.js';
import { ModificationController } from './modification.controller.js';

/** What a person with the right does beside the diagram: modification and migration of running cases. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [ModificationController, MigrationsController],
  providers: [MigrationRunner],
})
export class InterventionsModule {}
