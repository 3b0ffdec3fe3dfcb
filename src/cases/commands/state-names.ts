import type { CaseState } from '../../../workflows/contracts/case.js';
import { STATE_NAMES } from '../../../workflows/law/index.js';

/** A case's state as people call it. */
export function stateName(state: CaseState): string {
  return STATE_NAMES[state];
}
