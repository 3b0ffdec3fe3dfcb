import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { CollectionController } from './collection.controller.js';

/** 收件 at windows, and the papers' way to who decides. */
@Module({ imports: [CaseCommandsModule], controllers: [CollectionController] })
export class CollectionModule {}
