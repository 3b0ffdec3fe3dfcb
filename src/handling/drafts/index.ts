/** Drafts: what is filled in before it becomes a case. */
export { DraftDto } from './draft.dto.js';
export { DraftSituations } from './draft-situation.js';
export { DELETED_DRAFT_DAYS, Drafts } from './drafts.js';
export { DraftsModule } from './drafts.module.js';
