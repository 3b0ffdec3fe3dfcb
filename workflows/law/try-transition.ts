/** One official act tried on a case's legal state: where it leads, or why the law does not allow it. Pure. */
import type { CaseState, ClockRules, LegalAct } from '../contracts/case.js';
import { TRANSITIONS, type TransitionRule } from './transitions.js';
import { citation, type CitedLaw } from './articles.js';
import { ACT_NAMES, STATE_NAMES } from './names.js';

/** What of the case's law and diagram the table needs to know. */
export interface LegalTerms extends CitedLaw {
  /** Work and decision follow an acceptance: the law has one, and the diagram an act that is it. */
  accepts: boolean;
  /** The diagram has a decision. */
  decides: boolean;
}

export interface LegalPosition {
  state: CaseState;
  /** Where a case that is held up goes back to. */
  behind?: CaseState;
}

export type Tried =
  | { ok: true; position: LegalPosition; article?: string }
  | { ok: false; reason: string; article?: string };

/** Terms of a case. @param acts the acts its diagram has tasks for */
export function legalTerms(rules: ClockRules | undefined, acts: ReadonlySet<string>): LegalTerms {
  return {
    law: rules?.law ?? null,
    ...(rules?.basis !== undefined && { basis: rules.basis }),
    accepts: (rules?.acceptance ?? null) !== null && acts.has('accept'),
    decides: acts.has('decide'),
  };
}

/** Tries an act where the case stands. The clock's own conditions (in time, once) come on top. */
export function tryTransition(act: LegalAct, at: LegalPosition, terms: LegalTerms): Tried {
  const rule = TRANSITIONS[act];
  const article = citation(terms, act);
  if (statesOf(rule, terms).includes(at.state)) {
    return { ok: true, position: led(rule, at), article };
  }
  if (rule.stays?.includes(at.state)) return { ok: true, position: at, article };
  return { ok: false, reason: whyNot(act, at, terms), article };
}

/** From where the act moves the case. */
export function statesOf(rule: TransitionRule, terms: LegalTerms): readonly CaseState[] {
  return [
    ...rule.from,
    ...(terms.accepts ? [] : (rule.unaccepted ?? [])),
    ...(terms.decides ? [] : (rule.undecided ?? [])),
  ];
}

function led(rule: TransitionRule, { state, behind }: LegalPosition): LegalPosition {
  switch (rule.to) {
    case 'same':
      return { state, behind };
    case 'behind':
      return { state: behind ?? 'accepted' };
    case 'special-procedure':
    case 'suspended':
      return { state: rule.to, behind: state };
    default:
      return { state: rule.to };
  }
}

/** Which state, which act, why. */
function whyNot(act: LegalAct, { state }: LegalPosition, terms: LegalTerms): string {
  const rule = TRANSITIONS[act];
  const allowed = statesOf(rule, terms).map((each) => `“${STATE_NAMES[each]}”`);
  return refusalSentence(state, act, `只有${allowed.join('、')}的办件可以`);
}

/** 办件处于“待补正”，不能“受理”：…。 */
export function refusalSentence(state: CaseState, act: LegalAct, why: string): string {
  return `办件处于“${STATE_NAMES[state]}”，不能“${ACT_NAMES[act]}”：${why}。`;
}
