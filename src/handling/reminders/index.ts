/** Tells of limits that come near. */
export { RemindersModule } from './reminders.module.js';
