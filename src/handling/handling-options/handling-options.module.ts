import { Module } from '@nestjs/common';
import { WaysController } from './handling-options.controller.js';

/** Ways of handling as a case shows them. */
@Module({ controllers: [WaysController] })
export class HandlingOptionsModule {}
