/**
 * What side tasks are for: one file a purpose (here, or in the module it belongs to, which imports
 * `src/cases/side-tasks`), one line in this list. A purpose without an entry is only completed.
 */
import { countersigning } from '../../inspections/index.js';
import { secondPerson } from '../../interventions/index.js';
import { extensionApproval } from '../../law/index.js';
import { ratingPurposes } from '../../ratings/index.js';
import { documentAmendment, regulating, sealApproval } from '../../../papers/index.js';
import type { Purpose } from '../../../cases/index.js';
import { signOff } from './sign-off.js';

const all: Purpose[] = [
  sealApproval,
  documentAmendment,
  countersigning,
  signOff,
  extensionApproval,
  secondPerson,
  regulating,
  ...ratingPurposes,
];

/** By name. */
export const purposes = new Map(all.map((purpose) => [purpose.name, purpose]));
