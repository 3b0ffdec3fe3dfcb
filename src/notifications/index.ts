/** What people are told of without asking (提醒), and the text messages that go out for it. */
export { NotificationsModule } from './notifications.module.js';
export type { ApplicantOccasion, FactsOf, OccasionCode } from './occasions/index.js';
export * from './telling/index.js';
export { TEXTS } from './texts/index.js';
