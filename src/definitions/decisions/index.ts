/** DMN files and their versions: drafts, publication, decisions by their ids. */
export { decisionKind, unread } from './decision-kind.js';
export { publishedDecision, type PublishedDecision } from './decision-versions.js';
export { DecisionsModule } from './decisions.module.js';
