import { Module } from '@nestjs/common';
import { CaseCommandsModule, CorrelationModule } from '../../cases/index.js';
import { Notices } from './notices.js';
import { NoticesController } from './notices.controller.js';
import { PaymentReconciler } from './reconciler.js';

/** Notices of the province. */
@Module({
  imports: [CaseCommandsModule, CorrelationModule],
  controllers: [NoticesController],
  providers: [Notices, PaymentReconciler],
})
export class ProvinceCallbacksModule {}
