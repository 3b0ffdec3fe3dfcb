import type { StepWriter } from '../cases/index.js';
import { requestByAct, withdrawRequest } from './archives/index.js';
import { takeBackDocuments, writeDocuments } from './official-documents/index.js';
import { REGULATING } from './regulation/index.js';

/** What stays on paper of each step: documents of its official acts, its hand-over to a regulator, its archive package. */
export const PAPER_WRITERS: readonly StepWriter[] = [
  { acts: writeDocuments, takeBack: takeBackDocuments },
  REGULATING,
  { step: requestByAct, takeBack: withdrawRequest },
];
