/** Whose law a case's clock runs by: rules by item type, and what an item says otherwise. */
export { clockRulesOf } from './rules-of-item.js';
export { ClockRulesModule } from './clock-rules.module.js';
