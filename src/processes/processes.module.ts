import { Module } from '@nestjs/common';
import { ProcessesController } from './processes.controller.js';

/** Processes: versions, drafts, publication. */
@Module({ controllers: [ProcessesController] })
export class ProcessesModule {}
