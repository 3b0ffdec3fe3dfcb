/**
 * 审管推送: what was granted in a case, and in the parts of a matter, went to who regulates it with the
 * decision; a diagram that says so makes sure that it is signed for now.
 */
import { pushOutstanding } from '../src/papers/index.js';
import type { Adapter } from './adapter.js';

export const pushToRegulator: Adapter = async (call, { dataSource, door }) => ({
  pushed: await pushOutstanding(dataSource, door, call.caseNumber),
});
