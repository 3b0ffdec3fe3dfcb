/** What a draft was made from, as the server is told: nothing there by then is undone unseen. */

export interface MadeFrom {
  /** Revision of the draft that it was made from; null = there was none. */
  replaces: string | null;
  /** The newest version by then, 0 = there was none; left out: that of the draft. */
  madeFromVersion?: number;
}

/** A publication after its review: which draft, compared with which version. */
export interface Reviewed {
  revision: string;
  madeFromVersion: number;
}

interface Head {
  version: number;
  state: string;
  revision: string | null;
}

export const isDraft = ({ state }: { state: string }): boolean => state === 'draft';

/** States of a version that is none any more. */
const WITHDRAWN = 'withdrawn';

const newestOf = (heads: readonly Head[]): number =>
  heads.find((head) => !isDraft(head) && head.state !== WITHDRAWN)?.version ?? 0;

/** What is begun from what there is: the draft goes on, else one is made from the newest version. */
export function begunFrom(heads: readonly Head[]): MadeFrom {
  const draft = heads.find(isDraft);
  return draft ? { replaces: draft.revision } : newFrom(heads);
}

/** What is begun beside the draft there may be: the server says whose that is. */
export const newFrom = (heads: readonly Head[]): MadeFrom => ({
  ...{ replaces: null, madeFromVersion: newestOf(heads) },
});

/** What takes the place of all there is, after a look at it. */
export const instead = (heads: readonly Head[]): MadeFrom => ({
  replaces: heads.find(isDraft)?.revision ?? null,
  madeFromVersion: newestOf(heads),
});
