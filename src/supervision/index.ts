/** What runs out of time. */
export { SupervisionModule } from './supervision.module.js';
