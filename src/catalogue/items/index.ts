/** What the city can be asked for: items, their versions, and what a situation needs of them. */
export {
  ClockRulesDto,
  type Fee,
  type Guide,
  type ItemChild,
  type ItemDefinition,
  type ItemRenewal,
  type ItemResult,
  type LegalBasis,
  type Limit,
  type Material,
  type PromiseWay,
  type StoredItem,
  type Ways,
} from './definition/index.js';
export type { About } from './holdings.js';
export { feeDue, feesDue, hasFeeRule, type FeeDue } from './fees.js';
export { applies, neededMaterials, selectedChildren } from './situation.js';
export { demonstrationItems, loadCatalogue } from './demonstration.js';
export {
  elementsOf,
  ENTRY_ACTS,
  ENTRY_ITEM,
  ITEMS,
  keeps as keepsItem,
  publishEntry,
  requireKeeper as requireItemKeeper,
  requireSoundDraft,
  runningEntry,
  type RunningEntry,
} from './keeping/index.js';
export { leadOf, listItems, publishedItem } from './published.js';
export { offeredItem } from './standing.js';
export { validateItem, type ItemProblem } from './rules/index.js';
export { ItemsModule } from './items.module.js';
export { Items } from './items.js';
export { SituationDto } from './item.dto.js';
export { HOLDINGS_PURPOSE } from './holdings.js';
export { sourcesOfFields, usefulRegisters } from './usual-sources.js';
export { limitText } from './limit-text.js';
