/** Whether every part of the platform is up. */
export { HealthModule } from './health/health.module.js';
