/** When a sign-off is settled. Pure. 会签 = all or a ratio, 或签 = any, 依次 = in order. */
export type Rule = 'all' | 'ratio' | 'any' | 'in-order';

export type MemberState = 'waiting' | 'open' | 'agreed' | 'disagreed' | 'removed' | 'not-needed';

export type Verdict = 'agreed' | 'disagreed' | 'open' | 'withdrawn';

/** Those who count: who was taken away again does not. */
const counted = (members: MemberState[]): MemberState[] =>
  members.filter((state) => state !== 'removed');

/**
 * All (or in order): one who disagrees settles it. Any: the first answer does. Ratio: agreed as soon as
 * enough agree, disagreed as soon as enough no longer can. Nobody left: withdrawn.
 * @param ratio of those who count, 0–1; only for `ratio`
 */
export function verdictOf(rule: Rule, ratio: number | null, members: MemberState[]): Verdict {
  const all = counted(members);
  if (all.length === 0) return 'withdrawn';
  const agreed = all.filter((state) => state === 'agreed').length;
  const disagreed = all.filter((state) => state === 'disagreed').length;
  if (rule === 'any') {
    if (agreed > 0) return 'agreed';
    return disagreed > 0 ? 'disagreed' : 'open';
  }
  const needed = rule === 'ratio' ? Math.ceil(all.length * (ratio ?? 1) - 1e-9) : all.length;
  if (agreed >= needed) return 'agreed';
  return all.length - disagreed < needed ? 'disagreed' : 'open';
}

/** Places whose turn it is: the first that waits when it goes in order, else all that wait. */
export function nextTurns(rule: Rule, members: MemberState[]): number[] {
  const waiting = members.flatMap((state, position) => (state === 'waiting' ? [position] : []));
  if (rule !== 'in-order') return waiting;
  return members.includes('open') ? [] : waiting.slice(0, 1);
}
