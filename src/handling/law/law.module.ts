import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { LawController } from './law.controller.js';

/** Official acts on the whole case, and who may do them. */
@Module({ imports: [CaseCommandsModule], controllers: [LawController] })
export class LawModule {}
