import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../commands/index.js';
import { Correlation } from './correlation.js';
import { MessagesController } from './messages.controller.js';
import { Publishing } from './publishing.js';
import { CorrelationRelay } from './relay.js';

export { Correlation } from './correlation.js';
export { CorrelationRelay } from './relay.js';

/** Messages and signals between cases, and from outside. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [MessagesController],
  providers: [Correlation, CorrelationRelay, Publishing],
  exports: [Publishing],
})
export class CorrelationModule {}
