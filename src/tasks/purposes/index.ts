/**
 * What side tasks are for: one file a purpose (here, or in the module it belongs to, which imports
 * `src/side-tasks`), one line in this list. A purpose without an entry is only completed.
 */
import { documentAmendment, sealApproval } from '../../official-documents/index.js';
import type { Purpose } from '../../side-tasks/index.js';

const all: Purpose[] = [sealApproval, documentAmendment];

/** By name. */
export const purposes = new Map(all.map((purpose) => [purpose.name, purpose]));
