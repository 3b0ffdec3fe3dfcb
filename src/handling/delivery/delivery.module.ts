import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { Delivering } from './delivering.js';
import { DeliveryController } from './delivery.controller.js';

/** 送达 of results by the applicant's choice. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [DeliveryController],
  providers: [Delivering],
})
export class DeliveryModule {}
