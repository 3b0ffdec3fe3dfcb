/** Articles that items rest on, as records. */
export { lawProblems } from './law-problems.js';
export { LawsController } from './laws.controller.js';
