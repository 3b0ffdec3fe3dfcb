/**
 * The clock of an administrative permit (行政许可法 29–45, 82), told by dated acts in whole days of
 * Asia/Shanghai. Pure: state in, state out; days are day numbers ({@link dayOfDate}).
 */
import type { FrozenCalendar } from '../../contracts/case.js';
import { isWorkingDay } from '../working-days.js';

/** An item's periods in working days (article 82). */
export interface PermitTerms {
  /** Article 42: 20, or 45 where departments handle it jointly, or what its own law says. */
  statutory: number;
  /** What the department promises; null = nothing beyond the law. */
  promised: number | null;
  /** Handled jointly under article 26: the government's head extends, not the department's. */
  joint: boolean;
  /** How near the promised day a case is shown as nearly due. */
  warn: number;
  /** The longest extension: 10, jointly 15, or what the item's own law says. */
  extension: number;
  /** Article 44: how long after the decision it may take to deliver. */
  deliver: number;
}

/** Article 32: the days to accept, refuse or ask for corrections. */
export const EXAMINATION_DAYS = 5;

export const ARTICLE_42: Record<
  'single' | 'joint',
  Pick<PermitTerms, 'statutory' | 'extension'>
> = {
  single: { statutory: 20, extension: 10 },
  joint: { statutory: 45, extension: 15 },
};
/** Article 44. */
export const DELIVERY_DAYS = 10;

/** The closed list of article 45: only these do not count. */
export const PAUSE_REASONS = [
  'hearing', // 听证
  'tender', // 招标
  'auction', // 拍卖
  'inspection', // 检验
  'testing', // 检测
  'quarantine', // 检疫
  'appraisal', // 鉴定
  'expert-review', // 专家评审
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export type PermitAct =
  | { do: 'receive' | 'correct' | 'supplement' | 'accept' | 'refuse' | 'resume' }
  | { do: 'decide' | 'deliver' | 'withdraw' }
  | { do: 'pause'; reason: string }
  | { do: 'extend'; days: number; by: string };

export type PermitState =
  | 'received'
  | 'correcting'
  | 'accepted'
  | 'paused'
  | 'decided'
  | 'delivered'
  | 'refused'
  | 'withdrawn';

/** Days after `from` up to and including `to` do not count; null = still going on. */
export interface Pause {
  from: number;
  to: number | null;
}

export interface PermitClock {
  /** null = nothing has been received. */
  state: PermitState | null;
  /** The day of receipt, or of the supplement: what the five days run from. */
  examinedFrom: number | null;
  /** Corrections were asked for; that is done once. */
  asked: boolean;
  accepted: number | null;
  /** Accepted by five days' silence, not by an act. */
  deemed: boolean;
  pauses: Pause[];
  /** Working days granted by an extension; null = none granted yet. */
  extended: number | null;
  decided: number | null;
  delivered: number | null;
  withdrawn: number | null;
}

export const NOTHING_RECEIVED: PermitClock = {
  state: null,
  examinedFrom: null,
  asked: false,
  accepted: null,
  deemed: false,
  pauses: [],
  extended: null,
  decided: null,
  delivered: null,
  withdrawn: null,
};

/** Why an act changes nothing: the article it breaks, or null where it is only out of order. */
export interface PermitRefusal {
  article: 32 | 42 | 45 | null;
}

/**
 * Silence: when the five days are over by the end of the day before `day`, the application counts as
 * accepted as of the day they ran from (article 32). Asks the calendar for no day after that.
 * @throws CalendarError
 */
export function afterSilence(
  calendar: FrozenCalendar,
  clock: PermitClock,
  day: number,
): PermitClock {
  const { state, examinedFrom } = clock;
  if (state !== 'received' || examinedFrom === null) return clock;
  let left = EXAMINATION_DAYS;
  for (let next = examinedFrom + 1; next < day && left > 0; next += 1)
    if (isWorkingDay(calendar, next)) left -= 1;
  if (left > 0) return clock;
  return { ...clock, state: 'accepted', accepted: examinedFrom, deemed: true };
}
