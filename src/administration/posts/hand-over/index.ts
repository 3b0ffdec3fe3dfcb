/** 交接: what is in the hands of somebody who leaves a post goes to others. */
export { handOver, type HandOver, type HandedOver } from './hand-over.js';
export { colleaguesOf, previewHandOver, type HandOverPreview } from './preview.js';
