/** Personal data at rest: sealed by keys that rotate, opened at the door to PostgreSQL. */
export {
  personDigest,
  sealedForm,
  sealedJson,
  sealedLines,
  sealedText,
  sealingOf,
} from './columns.js';
export { replaceIdNumbers, SEPARATOR } from './id-numbers.js';
export { type SealingKeys, sealingKeysOf } from './keys.js';
export { open, sealAlike } from './seal.js';
