/**
 * A service item as data (实施清单): the one declaration of its shape, by which items are checked when
 * they are published and from which what pages are shown is picked.
 */
export { ItemDefinition, REGION_LEVELS, type ItemKind, type StoredItem } from './item.js';
export { fieldOf } from './fields.js';
export { ClockRulesDto } from './clock.js';
export { Translation } from './english.js';
export type { Guide } from './guide.js';
export { RANKS, type Fee, type LegalBasis } from './law.js';
export type { Limit } from './limits.js';
export { Material } from './material.js';
export { ItemChild, SituationQuestion } from './parts.js';
export type { ItemRenewal, ItemResult } from './result.js';
export type { PromiseWay, Ways } from './ways.js';
