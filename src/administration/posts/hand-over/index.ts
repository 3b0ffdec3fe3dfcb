/** 交接: what is in the hands of somebody who leaves a post goes to others. */
export { handOver, type HandOver } from './hand-over.js';
export { handsAreEmpty } from './held.js';
export { previewHandOver } from './preview.js';
