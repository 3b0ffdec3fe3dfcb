/** What an editor begins with. */
import { useState } from 'react';

/**
 * As it was when it was there first: what is read anew meanwhile, or cannot be, takes nothing from who draws.
 * @param round another one begins anew
 */
export function useBegun<Begun>(
  round: number,
  begun: Begun | false | null | undefined,
): Begun | null {
  const [kept, keep] = useState<{ round: number; begun: Begun } | null>(null);
  if (kept?.round === round) return kept.begun;
  if (begun) keep({ round, begun });
  return begun || null;
}
