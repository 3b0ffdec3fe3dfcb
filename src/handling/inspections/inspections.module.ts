import { Module } from '@nestjs/common';
import { InspectionsController } from './inspections.controller.js';

/** Inspections as handlers record them. */
@Module({ controllers: [InspectionsController] })
export class InspectionsModule {}
