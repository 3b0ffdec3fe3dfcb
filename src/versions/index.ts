/** What people draft, review and publish as numbered versions, and what a city settles from a day on. */
export * from './city-settings/index.js';
export {
  differencesOf,
  lineDifferences,
  type Change,
  type Difference,
  type Part,
  type Parts,
} from './differences.js';
export { draftsOf, type Draft } from './drafts.js';
export type {
  Checked,
  DraftedKind,
  KeptKind,
  Numbered,
  Publication,
  Published,
  Reviewed,
  VersionedKind,
} from './kind.js';
export { dropDraft, holdKind, publishAtOnce, publishDraft, saveDraft } from './publishing.js';
export { bringShipped, RELEASE, type Brought } from './shipped.js';
export { draftHead, draftOf, versionOf, type VersionHead } from './reading.js';
export {
  DifferenceListDto,
  DroppedDraftQuery,
  MadeFrom,
  MadeFromVersion,
  NotedReviewDto,
  ReviewedDto,
} from './version.dto.js';
export { VersionsModule } from './versions.module.js';
