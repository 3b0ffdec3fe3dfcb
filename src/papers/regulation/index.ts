/** 审管联动: who regulates what was granted, and what they found of it. */
export { regulating, regulationOf, regulationsOf, type Regulation } from './finding.js';
export { pushOutstanding } from './pushing.js';
export { REGULATING } from './handing-over.js';
export { RegulationDto } from './regulation.dto.js';
export { RegulationModule } from './regulation.module.js';
