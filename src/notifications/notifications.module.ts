import { Module } from '@nestjs/common';
import { NotificationsController } from './centre/index.js';
import { TextMessagesController, TextMessageSender } from './sending/index.js';
import { TextsController } from './texts/index.js';

/** What people are told of without asking. */
@Module({
  controllers: [NotificationsController, TextMessagesController, TextsController],
  providers: [TextMessageSender],
})
export class NotificationsModule {}
