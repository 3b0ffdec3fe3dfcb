/** What the clock asks of an act beyond the table: in time, and once. Pure. */
import type { CaseState, LegalAct } from '../contracts/case.js';
import { periodsOf, type ClockInput, type Dated } from './clock.js';
import { articleFor } from './articles.js';
import { refusalSentence, type LegalTerms } from './try-transition.js';
import { ACT_NAMES, STATE_NAMES } from './names.js';
import { renewalReason } from './renewal.js';

/** Acts that say something about an application's papers: after five days' silence it is too late. */
const EXAMINING: ReadonlySet<LegalAct> = new Set([
  'pre-return',
  'accept',
  'accept-with-gaps',
  'correct',
  'reject',
  'return',
]);

/** Why the clock does not allow an act that the table allows; null = it does. */
export function clockReason(
  act: LegalAct,
  input: ClockInput,
  at: Dated,
  terms: LegalTerms,
  now: number,
): string | null {
  const renewed = renewalReason(act, input, at, terms, now);
  if (renewed || !EXAMINING.has(act)) return renewed;
  const { acceptanceDueAt } = periodsOf(input, at);
  const silent = input.rules?.acceptance?.silenceAccepts && acceptanceDueAt !== null;
  if (silent && now > acceptanceDueAt) return alreadyAccepted(at, terms);
  if (act === 'correct' && at.law.asked) return askedOnce(at, terms);
  return null;
}

/** Silence has accepted it. */
export const alreadyAccepted = ({ state }: { state: CaseState }, terms: LegalTerms): string =>
  `办件处于“${STATE_NAMES[state]}”：收到材料之日起五个工作日内没有告知，已自收到之日起视为受理，` +
  `不能再受理、不予受理或要求补正${inBrackets(articleFor(terms, 'deem'))}。`;

/** Corrections were asked for before. */
export const askedOnce = ({ state }: { state: CaseState }, terms: LegalTerms): string =>
  refusalSentence(
    state,
    'correct',
    `需要补正的全部内容应当一次告知，已经要求过补正；请决定${ACT_NAMES.accept}或${ACT_NAMES.reject}${inBrackets(articleFor(terms, 'correct'))}`,
  );

const inBrackets = (article: string | undefined): string => (article ? `（${article}）` : '');
