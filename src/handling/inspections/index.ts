/** Inspections on site: recorded by one holder of 执法证, confirmed by a second (行政许可法 34). */
export { countersigning } from './countersigning.js';
export { requireTwoInspectors } from './two-inspectors.js';
export { InspectionsModule } from './inspections.module.js';
