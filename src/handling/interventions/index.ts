/** Beside the diagram: cases moved to another version, or put at other elements. */
export { InterventionsModule } from './interventions.module.js';
export { secondPerson } from './second-person.js';
