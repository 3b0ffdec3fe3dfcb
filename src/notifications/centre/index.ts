/** One's own notifications. */
export { NotificationsController } from './notifications.controller.js';
