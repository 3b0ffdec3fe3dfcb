/** PostgreSQL and Temporal, two stores that belong together. */
export { engineMark, StoreMarks, type Marks, type Standing } from './marks.js';
export { StoresGuard } from './stores.guard.js';
export { StoresModule } from './stores.module.js';
export { untilTogether, whenApart } from './until-together.js';
export { StoresWatch } from './watch.js';
