import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { ItemsModule } from '../../catalogue/index.js';
import { Drafts } from './drafts.js';
import { DraftsController, SubmissionController } from './drafts.controller.js';
import { DraftSituations } from './draft-situation.js';
import { Submission } from './submission.js';

/** Drafts, and how they become cases. */
@Module({
  imports: [CaseCommandsModule, ItemsModule],
  controllers: [DraftsController, SubmissionController],
  providers: [Drafts, DraftSituations, Submission],
  exports: [Drafts, DraftSituations],
})
export class DraftsModule {}
