/** What the clock asks of an act beyond the table: in time, and once. Pure. */
import type { CaseState, LegalAct } from '../contracts/case.js';
import { dateOf } from '../clock/index.js';
import { hearsAndFollows } from './behaviour.js';
import { periodsOf, type ClockInput, type Dated } from './clock.js';
import { articleFor } from './articles.js';
import { refusalSentence, type LegalTerms } from './try-transition.js';
import { isHearingOpen } from './hearing.js';
import { ACT_NAMES, STATE_NAMES } from './names.js';
import { outstanding, plannedPeriods } from './planned.js';
import { renewalReason } from './renewal.js';

/** 受理, of whole papers or of papers with gaps that are promised (容缺受理): by either the agency accepts. */
export const ACCEPTANCES: readonly LegalAct[] = ['accept', 'accept-with-gaps'];

/** Acts that say something about an application's papers: after five days' silence it is too late. */
const EXAMINING: ReadonlySet<LegalAct> = new Set([
  'pre-return',
  ...ACCEPTANCES,
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
  if (renewed) return renewed;
  if (act === 'grant' || act === 'refuse') return hearingReason(act, input, at, terms, now);
  if (act === 'forward')
    return forwardReason(input, at, terms) ?? hearingReason(act, input, at, terms, now);
  if (!EXAMINING.has(act)) return null;
  const { acceptanceDueAt } = periodsOf(input, at);
  const silent = input.rules?.acceptance?.silenceAccepts && acceptanceDueAt !== null;
  if (silent && now > acceptanceDueAt) return alreadyAccepted(at, terms);
  if (act === 'correct' && at.law.asked) return askedOnce(at, terms);
  return null;
}

/** 行政许可法 43: only what the level above decides is reviewed first here. */
const forwardReason = (input: ClockInput, at: Dated, terms: LegalTerms): string | null =>
  !hearsAndFollows(input) || input.above !== undefined
    ? null
    : refusalSentence(
        at.state,
        'forward',
        `事项不是由上级机关决定的事项${inBrackets(articleFor(terms, 'forward'))}`,
      );

/**
 * Who was told of the right to a hearing has five days to ask for it, and what they ask for is held before
 * the decision, which rests on its record (行政许可法 46–48; 行政处罚法 63–65), and before the case leaves
 * the body that told them.
 */
function hearingReason(
  act: LegalAct,
  input: ClockInput,
  at: Dated,
  terms: LegalTerms,
  now: number,
): string | null {
  const { toldAt, askedAt, heldAt } = at.law.hearing;
  if (!hearsAndFollows(input) || toldAt === undefined || heldAt !== undefined) return null;
  if (askedAt !== undefined && !isHearingOpen(at.law.hearing)) return null;
  const article = inBrackets(articleFor(terms, 'hold-hearing'));
  if (askedAt !== undefined)
    return refusalSentence(
      at.state,
      act,
      act === 'forward'
        ? `已经要求听证，须先举行听证${article}`
        : `已经要求听证，须先举行听证，根据听证笔录作出决定${article}`,
    );
  const due = outstanding(plannedPeriods(input, at), 'hearing-request');
  if (due === null || now > due) return null;
  return refusalSentence(
    at.state,
    act,
    `已告知听证权利，当事人可以在 ${dateOf(due - 1)} 以前要求听证，届满后才能${act === 'forward' ? '转报' : '作出决定'}${article}`,
  );
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
