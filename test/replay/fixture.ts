/** Recorded histories: a release's behaviour, held fast. Made by `npm run history`. */
import type { ProcessModel } from '../../bpmn/model/process.js';

/** Not a secret: recorded histories are sealed again with it, so that no platform's key is needed. */
export const REPLAY_KEY = `replay:${Buffer.alloc(32, 7).toString('base64')}`;

export interface RecordedCase {
  workflowId: string;
  /** Models by hash, as the case's input names them. */
  models: Record<string, ProcessModel>;
  /** The history as protobuf (temporal.api.history.v1.History), base64. */
  history: string;
}
