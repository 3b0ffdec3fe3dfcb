import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { EntriesController } from './entries.controller.js';

/** Drafts of items on their way into the catalogue. */
@Module({ imports: [CaseCommandsModule], controllers: [EntriesController] })
export class EntriesModule {}
