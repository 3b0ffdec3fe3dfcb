/** Text messages that go out for notifications. */
export { TextMessageSender } from './sender.js';
export { TextMessagesController } from './text-messages.controller.js';
