import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions.controller.js';

/** DMN files: versions, drafts, publication, trying out. */
@Module({ controllers: [DecisionsController] })
export class DecisionsModule {}
