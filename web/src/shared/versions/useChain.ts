/** Drafts of a page with a button to save: each made from what the page showed, or saved, last. */
import { useState } from 'react';
import { isRefusal } from '../../api/client.js';
import { DraftChain } from './chain.js';
import type { MadeFrom } from './made-from.js';

/**
 * @param begun what there was when the page was opened
 * @param send keeps the content. @returns which draft it is now
 */
export function useChain<Content>(
  begun: MadeFrom,
  send: (content: Content, madeFrom: MadeFrom) => Promise<{ revision: string | null }>,
) {
  const [chain] = useState(() => new DraftChain(begun, { isRefusal, send }));
  return chain;
}
