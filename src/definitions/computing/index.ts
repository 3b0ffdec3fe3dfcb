/** What is computed of diagrams and decisions, and how it is asked for. */
import { inPlace, type Computing } from '../../platform/compute/index.js';
import { definitionTasks, type DefinitionTasks } from './tasks.js';

export type { Assigned } from './assignments.js';
export { definitionTasks, type DefinitionTasks, type LookedThrough } from './tasks.js';

/** The API computes in threads; the program that loads the demonstration in its own. */
export type DefinitionComputing = Computing<DefinitionTasks>;
export const computedInPlace: DefinitionComputing = inPlace(definitionTasks);
/** Nest's token. */
export const DEFINITION_COMPUTING = Symbol('DefinitionComputing');
/** Made of `src/main-compute.ts` beside the API's own program. */
export const computeProgram = new URL('../../../dist/src/main-compute.mjs', import.meta.url);
