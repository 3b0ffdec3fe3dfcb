/** Whoever changes one thing from the check page goes back to it, not through all the steps again. */

/** State of the links that lead away from the check page. */
export const FROM_CHECK = { from: 'check' } as const;

export const comesFromCheck = (state: unknown): boolean =>
  (state as typeof FROM_CHECK | null)?.from === FROM_CHECK.from;
