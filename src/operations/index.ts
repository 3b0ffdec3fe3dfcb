/** TODO src/operations */
export { HealthModule } from './health/health.module.js';
