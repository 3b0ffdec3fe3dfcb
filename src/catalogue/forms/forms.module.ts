import { Module } from '@nestjs/common';
import { FormsController } from './forms.controller.js';

/** Forms: versions, drafts, publication, where each is used. */
@Module({ controllers: [FormsController] })
export class FormsModule {}
