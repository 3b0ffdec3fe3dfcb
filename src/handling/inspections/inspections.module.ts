import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/index.js';
import { InspectionsController } from './inspections.controller.js';

/** Inspections as handlers record them. */
@Module({ imports: [TasksModule], controllers: [InspectionsController] })
export class InspectionsModule {}
