/** 延续、变更、补证、注销 of licences, as cases. */
export { checkedChange, type CheckedChange, requireOnlyChange } from './opening.js';
export { LicenceChangesModule } from './licence-changes.module.js';
