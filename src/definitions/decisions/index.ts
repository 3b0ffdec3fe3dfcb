/** DMN files and their versions: drafts, publication, decisions by their ids. */
export { decisionKind, unread } from './decision-kind.js';
export {
  publishDecisionFile,
  publishedDecision,
  type NewDecisionFile,
  type PublishedDecision,
} from './decision-versions.js';
export { DecisionsModule } from './decisions.module.js';
