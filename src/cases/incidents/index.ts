/** Where cases are stuck, and how they go on. */
export { IncidentsModule } from './incidents.module.js';
