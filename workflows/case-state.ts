/**
 * The case's legal state beside the tokens: which official act moves it where.
 * The diagram says which task is which act (`onestop:act`); the law says what the act means.
 */
import type { CaseState } from './contracts/case.js';

/** act → outcome → state. An act or outcome that is not listed leaves the state as it is. */
const moves: Record<string, Record<string, CaseState>> = {
  collect: { '': 'collected', accept: 'collected', return: 'rejected' },
  accept: { '': 'accepted', accept: 'accepted', correct: 'correcting', reject: 'rejected' },
  correct: { '': 'collected' },
  decide: { '': 'granted', grant: 'granted', refuse: 'refused' },
};

/** States in which the agency has said its last word (行政许可法 38, 32(5)) or the applicant has. */
const FINAL: ReadonlySet<CaseState> = new Set(['refused', 'rejected', 'withdrawn', 'terminated']);
const DECIDED: ReadonlySet<CaseState> = new Set([...FINAL, 'granted', 'finished']);

/** The state after an official act; `correct` without outcome is the applicant's own 补正. */
export function stateAfter(state: CaseState, act: string, outcome: string | undefined): CaseState {
  const byOutcome = moves[act];
  if (!byOutcome) return state;
  return byOutcome[outcome ?? ''] ?? (act === 'correct' ? 'collected' : state);
}

/** Whether a decision stands, so that the case can no longer be withdrawn. */
export function isDecided(state: CaseState): boolean {
  return DECIDED.has(state);
}

/** The state a case ends in: what was refused stays refused, all else is 办结. */
export function stateAtEnd(state: CaseState): CaseState {
  return FINAL.has(state) ? state : 'finished';
}
