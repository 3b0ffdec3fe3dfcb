/** What applicants hear of their cases' steps. */
export { TELLING } from './tell-of-step.js';
