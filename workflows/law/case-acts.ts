/** What the law asks of acts on the whole case, beside the table of transitions. Pure. */
import type { Json, OpenTask } from '../../bpmn/engine/index.js';
import { CalendarError, dateOf, parseLimit } from '../clock/index.js';
import type { CaseActName, CaseAct, LegalAct, LegalPause } from '../contracts/case.js';
import type { ClockInput, Dated } from './clock.js';
import { isWithin, periodEnd } from './days.js';
import { articleFor, PERMIT_LAW } from './articles.js';
import { hearsAndFollows } from './behaviour.js';
import { refusalSentence, type LegalTerms } from './try-transition.js';
import { isHearingOpen } from './hearing.js';
import { PAUSE_NAMES } from './names.js';

/** In the order people are offered them. */
export const CASE_ACTS: readonly CaseActName[] = [
  'pause',
  'resume',
  'extend',
  'tell-hearing',
  'ask-hearing',
  'hold-hearing',
  'waive-hearing',
  'suspend',
  'unsuspend',
  'lapse',
  'return',
  'forward',
  'terminate',
  'deliver',
  'archive',
  'void',
];

interface Asked {
  wanted: CaseAct;
  input: ClockInput;
  at: Dated;
  terms: LegalTerms;
  now: number;
  open: OpenTask[];
}

type Condition = (asked: Asked) => string | null;

const CONDITIONS: Partial<Record<CaseActName, Condition>> = {
  pause: pauseReason,
  extend: extensionReason,
  lapse: lapseReason,
  'tell-hearing': tellHearingReason,
  'ask-hearing': askHearingReason,
  'hold-hearing': holdHearingReason,
  'waive-hearing': ({ at }) => (isHearingOpen(at.law.hearing) ? null : '没有尚未举行的听证'),
};

/** Acts of which nobody need say why. */
const UNREASONED: ReadonlySet<CaseActName> = new Set([
  'resume',
  'unsuspend',
  'deliver',
  'archive',
  'tell-hearing',
  'hold-hearing',
]);

/**
 * Why the law does not allow an act on the whole case that the table allows; null = it does.
 * @param open tasks of the diagram that wait
 */
export function caseActReason(
  wanted: CaseAct,
  input: ClockInput,
  at: Dated,
  terms: LegalTerms,
  now: number,
  open: OpenTask[],
): string | null {
  const why = CONDITIONS[wanted.act]?.({ wanted, input, at, terms, now, open });
  return unreasoned(wanted, at) ?? (why ? refusalSentence(at.state, wanted.act, why) : null);
}

/** Why an act of which people must say why is refused: they did not; null = they did, or need not. */
export function unreasoned(
  { act, reason }: CaseAct,
  { state }: Pick<Dated, 'state'>,
): string | null {
  return UNREASONED.has(act) || reason?.trim() ? null : refusalSentence(state, act, '请写明理由');
}

/** The pause a command begins. */
export function pauseOf(
  data: Record<string, Json> = {},
  from: number,
  article: string | undefined,
): LegalPause {
  const { procedure, days, document } = data;
  return {
    from,
    to: null,
    reason: String(procedure),
    article,
    ...(typeof days === 'number' && { toldDays: days }),
    ...(typeof document === 'string' && { document }),
  };
}

/** 行政许可法 45: a closed list, and how long it takes is told in writing. */
function pauseReason({ wanted, input, terms }: Asked): string | null {
  const { procedure, days } = wanted.data ?? {};
  const allowed = input.rules?.pauses ?? [];
  if (!allowed.includes(String(procedure))) {
    const names = allowed.map((each) => PAUSE_NAMES[each] ?? each).join('、');
    return allowed.length === 0
      ? '适用的法律没有规定不计入办理期限的事由'
      : `只有${names}所需时间不计入办理期限${cited(terms, 'pause')}`;
  }
  return isDays(days) ? null : `请写明所需的工作日数，并书面告知申请人${cited(terms, 'pause')}`;
}

/** 行政许可法 42: once, before the limit is over, as long as the rules allow, by who may. */
function extensionReason({ wanted, input, at, terms, now }: Asked): string | null {
  const { rules, limits } = input;
  const { days, by } = wanted.data ?? {};
  const article = cited(terms, 'extend');
  if (!rules?.extension) return '适用的法律没有规定可以延长办理期限';
  const longest = parseLimit(rules.extension.upTo).days;
  if (at.law.extension > 0) return `已经延长过${article}`;
  if (!isDays(days) || days > longest) return `最多延长 ${longest} 个工作日${article}`;
  if (by !== rules.extension.by) {
    const who = rules.extension.by === 'head' ? '本行政机关负责人' : '本级人民政府负责人';
    return `须经${who}批准${article}`;
  }
  return inTime(input, at, limits.statutory, now) ? null : `办理期限已经届满${article}`;
}

function inTime(
  input: ClockInput,
  { dates, law }: Dated,
  statutory: string | undefined,
  now: number,
): boolean {
  if (statutory === undefined || dates.accepted === null) return true;
  return isWithin(input, dates.accepted, statutory, law.pauses, now);
}

/** 补正不来: only when the time the applicant was given is over, where the diagram gives one. */
function lapseReason({ open, input, now }: Asked): string | null {
  const correction = open.find(({ act }) => act === 'correct' || act === 'resubmit');
  if (correction?.limit === undefined) return null;
  const due = known(() => periodEnd(input, correction.openedAt, correction.limit!));
  return due !== null && now <= due ? `申请人的补正期限到 ${dateOf(due - 1)} 才届满` : null;
}

/** What was asked for is not wiped by telling of the right once more. */
function tellHearingReason({ input, at }: Asked): string | null {
  return hearsAndFollows(input) && isHearingOpen(at.law.hearing)
    ? '已经要求听证，请举行听证；要求听证的人放弃听证的，请终止听证'
    : null;
}

/** 行政许可法 46: the agency holds one of its own motion too; other laws know those that were asked for. */
function holdHearingReason({ input, at, terms }: Asked): string | null {
  const { askedAt, waivedAt } = at.law.hearing;
  const ownMotion = terms.law === null || terms.law.includes(PERMIT_LAW);
  if (hearsAndFollows(input) && ownMotion) return null;
  if (askedAt === undefined) return '没有人要求听证';
  return waivedAt === undefined ? null : '听证已经终止';
}

/** 行政许可法 47: within five days of being told. */
function askHearingReason({ input, at, terms, now }: Asked): string | null {
  const { toldAt, askedAt, heldAt } = at.law.hearing;
  if (toldAt === undefined) return '行政机关还没有告知听证权利';
  if (askedAt !== undefined) return '已经要求过听证';
  if (heldAt !== undefined && hearsAndFollows(input)) return '听证已经举行';
  const within = input.rules?.periods?.['hearing-request'] ?? '5wd';
  const late = known(() => !isWithin(input, toldAt, within, [], now));
  return late
    ? `被告知听证权利之日起${parseLimit(within).days}日内才能提出${cited(terms, 'ask-hearing')}`
    : null;
}

const isDays = (days: Json | undefined): days is number =>
  typeof days === 'number' && Number.isInteger(days) && days >= 1;

function cited(terms: LegalTerms, act: LegalAct): string {
  const text = articleFor(terms, act);
  return text ? `（${text}）` : '';
}

/** What needs a calendar that is not published is not held against anybody. */
function known<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}
