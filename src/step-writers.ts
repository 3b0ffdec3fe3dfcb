/** What the wings write together with each step of a case, in the order in which they write. */
import { type StepWriter, TELLING } from './cases/index.js';
import { RATING } from './handling/index.js';
import { PAPER_WRITERS } from './papers/index.js';

export const STEP_WRITERS_OF_WINGS: readonly StepWriter[] = [...PAPER_WRITERS, RATING, TELLING];
