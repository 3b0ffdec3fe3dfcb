/** What is kept no longer than it is needed. */
export { RetentionModule } from './retention.module.js';
