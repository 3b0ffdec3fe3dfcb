/** What operators see of the running platform. */
export { OperationsModule } from './operations.module.js';
