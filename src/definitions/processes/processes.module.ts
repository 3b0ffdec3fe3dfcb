import { Module } from '@nestjs/common';
import { AdapterBindingsController } from './adapter-bindings.controller.js';
import { ProcessesController } from './processes.controller.js';
import { TimerStartsController } from './timer-starts.controller.js';

/** Processes: versions, drafts, publication, and who does the work of imported ones. */
@Module({ controllers: [ProcessesController, AdapterBindingsController, TimerStartsController] })
export class ProcessesModule {}
