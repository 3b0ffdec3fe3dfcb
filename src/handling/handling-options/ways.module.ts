import { Module } from '@nestjs/common';
import { WaysController } from './ways.controller.js';

/** Ways of handling as a case shows them. */
@Module({ controllers: [WaysController] })
export class WaysModule {}
