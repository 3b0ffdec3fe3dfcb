/** The words of each occasion, by version. */
export { TEXTS } from './text-kind.js';
export { TextsController } from './texts.controller.js';
export { wordsNow } from './texts.js';
export { filled } from './words.js';
