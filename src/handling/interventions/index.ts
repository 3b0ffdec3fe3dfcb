/** TODO src/handling/interventions */
export { InterventionsModule } from './interventions.module.js';
