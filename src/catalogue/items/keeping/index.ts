/** Who keeps the catalogue, and what they do: write, publish, suspend, cancel. */
export { ITEMS } from './item-kind.js';
export { keeps, requireKeeper } from './keepers.js';
export { KeepingController } from './keeping.controller.js';
export { elementsOf } from './parts.js';
export { publishEntry, requireSoundDraft } from './publish-entry.js';
export { ENTRY_ACTS, ENTRY_ITEM, runningEntry, type RunningEntry } from './under-review.js';
