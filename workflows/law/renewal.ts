/**
 * 行政许可法 50(2): a renewal that was asked for in time and is undecided when the validity ends counts
 * as granted. Pure.
 */
import type { LegalAct } from '../contracts/case.js';
import type { ClockInput, Dated } from './clock.js';
import { articleFor } from './articles.js';
import type { LegalTerms } from './try-transition.js';
import { ACT_NAMES, STATE_NAMES } from './names.js';
import { isDecided, WITH_APPLICANT } from './states.js';

/** Until when a renewal must be decided, an instant; null = it is no renewal, or nothing is left to decide. */
export function renewalDueAt(
  { licenceEndsAt }: ClockInput,
  { state, law }: Pick<Dated, 'state' | 'law'>,
): number | null {
  if (licenceEndsAt === undefined || law.expiry !== undefined || isDecided(state)) return null;
  return licenceEndsAt;
}

/** What the agency may no longer do once the law has granted. */
const TOO_LATE: ReadonlySet<LegalAct> = new Set([
  'accept',
  'accept-with-gaps',
  'correct',
  'reject',
  'return',
  'grant',
  'refuse',
  'forward',
  'terminate',
  'pause',
  'extend',
  'suspend',
]);

/** Why an act comes too late: the validity has ended, only the timer has not fired yet. */
export function renewalReason(
  act: LegalAct,
  input: ClockInput,
  at: Dated,
  terms: LegalTerms,
  now: number,
): string | null {
  const due = renewalDueAt(input, at);
  if (due === null || now < due || !TOO_LATE.has(act) || WITH_APPLICANT.includes(at.state)) {
    return null;
  }
  return alreadyRenewed(act, at, terms);
}

/** 办件处于“准予”，不能“不予许可”：… */
export function alreadyRenewed(
  act: LegalAct,
  { state }: Pick<Dated, 'state'>,
  terms: LegalTerms,
): string {
  const article = articleFor(terms, 'deem-renewed');
  return (
    `办件处于“${STATE_NAMES[state]}”，不能“${ACT_NAMES[act]}”：` +
    `许可有效期届满前没有作出是否准予延续的决定，已视为准予延续${article ? `（${article}）` : ''}。`
  );
}
