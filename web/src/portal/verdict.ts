/** What is said first of a paper that somebody verifies. */
import type { Verified } from '../api/model.js';

export type Verdict = 'broken' | 'ended' | 'unsure' | 'valid';

/** What is forged never held; what has ended has ended, whether or not its seal can be checked now. */
export function verdictOf({ checks, life }: Pick<Verified, 'checks' | 'life'>): Verdict {
  const found = (wanted: string) => checks.some(({ outcome }) => outcome === wanted);
  if (found('failed')) return 'broken';
  if (life.state !== 'valid') return 'ended';
  return found('unknown') ? 'unsure' : 'valid';
}
