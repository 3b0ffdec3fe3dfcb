/** Processes and their versions: drafts, publication, models by hash. */
export { processKind } from './process-kind.js';
export {
  modelByHash,
  publish,
  publishedModel,
  xmlByHash,
  type NewVersion,
  type PublishedProcess,
} from './process-versions.js';
export { ProcessesModule } from './processes.module.js';
