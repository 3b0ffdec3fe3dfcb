/** Every verb of a task; a further one is a file here and a line below. */
import { claim } from './claim.js';
import { complete } from './complete.js';
import { copy } from './copy.js';
import { delegate } from './delegate.js';
import { endDelegation } from './end-delegation.js';
import { giveBack } from './give-back.js';
import { recall } from './recall.js';
import { recallCopy } from './recall-copy.js';
import { release } from './release.js';
import { removeSigner } from './remove-signer.js';
import { sendBack } from './send-back.js';
import { signOff } from './sign-off.js';
import { transfer } from './transfer.js';
import type { Verb } from './verb.js';

export { claim, complete, copy, delegate, endDelegation, giveBack, recall, release };
export { recallCopy, removeSigner, sendBack, signOff, transfer };
export type { Verb } from './verb.js';

/** In the order the API shows them. */
export const VERBS: readonly Verb[] = [
  claim,
  release,
  complete,
  transfer,
  delegate,
  giveBack,
  endDelegation,
  signOff,
  removeSigner,
  sendBack,
  recall,
  copy,
  recallCopy,
];
