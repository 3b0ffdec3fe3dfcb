/** What operators see of the running platform. */
export { OperationsModule } from './operations.module.js';
export { Figures } from './figures/figures.js';
export { Health } from './health/health.js';
export { TemporalFitness } from './health/temporal-fitness.js';
