import { Module } from '@nestjs/common';
import { CreditController } from './credit.controller.js';

/** Credit records, objection and repair. */
@Module({ controllers: [CreditController] })
export class CreditModule {}
