/**
 * The day of a hearing: told seven days before (行政许可法 48, 行政处罚法 64; both count working days, 82 and
 * 85), and held no sooner than told. The case's workflow knows nothing of it.
 */
import { CalendarError, dateOf, PERMIT_HEARING } from '../../../workflows/clock/index.js';
import { periodEnd } from '../../../workflows/law/index.js';
import type { CaseAct, CaseInput } from '../../../workflows/contracts/case.js';
import type { Standing } from './standing.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The first day for a hearing that is told of now, `2026-12-01`; null = its year has no calendar.
 * @param at instant of telling
 */
export function earliestHearing(input: CaseInput, at: number): string | null {
  const ahead = input.rules?.periods?.['hearing-notice'] ?? PERMIT_HEARING.notice;
  try {
    return dateOf(periodEnd(input, at, ahead) - 1);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** Why a hearing may not be told of for that day, or held today; null = it may. */
export function hearingDayReason(
  act: CaseAct['act'],
  data: Record<string, unknown> | undefined,
  standing: Pick<Standing, 'input' | 'law' | 'hearingOn'>,
  now: number,
): string | null {
  if (act === 'tell-hearing') return tellingReason(standing.input, data?.['hearingOn'], now);
  if (act === 'hold-hearing') return holdingReason(standing, now);
  return null;
}

function tellingReason(input: CaseInput, day: unknown, now: number): string | null {
  if (typeof day !== 'string' || !DATE.test(day) || Number.isNaN(Date.parse(day)))
    return '请写明听证的日期，它写进听证告知书';
  const earliest = earliestHearing(input, now);
  return earliest !== null && day < earliest
    ? `应当在举行听证的七日前通知，最早可定在 ${earliest}${articleOf(input)}`
    : null;
}

/** What was told without a day, by the release before, is held seven days after it at the earliest. */
function holdingReason(
  { input, law, hearingOn }: Pick<Standing, 'input' | 'law' | 'hearingOn'>,
  now: number,
): string | null {
  const { toldAt } = law.hearing;
  // Of the agency's own motion, by public notice (行政许可法 46).
  if (toldAt === undefined) return null;
  const day = hearingOn ?? earliestHearing(input, toldAt);
  return day !== null && dateOf(now) < day
    ? `通知的听证日期是 ${day}，不能提前举行${articleOf(input)}`
    : null;
}

const articleOf = ({ rules }: CaseInput): string =>
  rules?.law.includes('行政处罚法') ? '（行政处罚法第六十四条）' : '（行政许可法第四十八条）';
