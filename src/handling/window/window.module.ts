import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/index.js';
import { WindowController } from './window.controller.js';

/** 综合窗口: applications entered for people who come in person. */
@Module({ imports: [DraftsModule], controllers: [WindowController] })
export class WindowModule {}
