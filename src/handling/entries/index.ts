/** The way of an item's draft into the catalogue (送审): handed in, looked through, commented on, published. */
export { EntriesModule } from './entries.module.js';
export { requireEntryRules } from './rules.js';
