/**
 * What a task of the diagram is in law: its `onestop:act` and the outcome chosen, or the adapter of a
 * service task. What is not listed has no legal effect.
 */
import type { LegalAct } from '../contracts/case.js';

/** act → outcome → legal act; `''` without outcome, `*` whatever the outcome. */
const ACTS: Readonly<Record<string, Readonly<Record<string, LegalAct>>>> = {
  'pre-review': { '': 'pre-pass', pass: 'pre-pass', return: 'pre-return' },
  // The applicant hands in anew what 预审 sent back.
  resubmit: { '*': 'submit' },
  collect: { '': 'collect', accept: 'collect', return: 'return' },
  accept: {
    '': 'accept',
    accept: 'accept',
    'accept-with-gaps': 'accept-with-gaps',
    correct: 'correct',
    reject: 'reject',
  },
  'fill-gaps': { '*': 'fill-gaps' },
  'check-gaps': { '*': 'handle' },
  revoke: { revoke: 'revoke' },
  correct: { '*': 'supplement' },
  handle: { '*': 'handle' },
  inspect: { '*': 'handle' },
  countersign: { '*': 'handle' },
  'public-notice': { '*': 'handle' },
  recheck: { '*': 'handle' },
  hearing: { '*': 'handle' },
  review: { '*': 'review' },
  decide: { '': 'grant', grant: 'grant', refuse: 'refuse' },
  pay: { '*': 'pay' },
  license: { '*': 'license' },
  deliver: { '*': 'deliver' },
  'hand-over': { '*': 'deliver' },
  evaluate: { '*': 'rate' },
  archive: { '*': 'archive' },
  forward: { '*': 'forward' },
};

/** Those that releases before the machine knew; a history without rules moves by them alone. */
const FIRST_ACTS: ReadonlySet<string> = new Set(['collect', 'accept', 'correct', 'decide']);

/** Adapters whose call is an official act of the case. */
const ADAPTERS: Readonly<Record<string, LegalAct>> = {
  payment: 'pay',
  license: 'license',
  return: 'return',
};

/** @param act of a task @param outcome its answer */
export function legalActOf(act: string | undefined, outcome: string | undefined): LegalAct | null {
  const byOutcome = act === undefined ? undefined : ACTS[act];
  return byOutcome?.[outcome ?? ''] ?? byOutcome?.['*'] ?? null;
}

export const legalActOfAdapter = (adapter: string): LegalAct | null => ADAPTERS[adapter] ?? null;

export const isFirstAct = (act: string): boolean => FIRST_ACTS.has(act);
