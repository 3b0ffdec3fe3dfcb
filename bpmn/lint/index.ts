/** Rules a diagram must keep to be published; the same in the browser and on the server. */
export type { Finding } from '../compiler/index.js';
export { lint, lintFile } from './lint.js';
