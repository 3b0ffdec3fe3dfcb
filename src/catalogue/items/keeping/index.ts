/** Who keeps the catalogue, and what they do: write, publish, suspend, cancel. */
export { ITEMS } from './item-kind.js';
export { KeepingController } from './keeping.controller.js';
