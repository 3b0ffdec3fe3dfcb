/** What runs out of time, who is told, and how well departments did. */
export { checkFigures, rebuildFigures, type FigureFault } from './check.js';
export { SupervisionModule } from './supervision.module.js';
