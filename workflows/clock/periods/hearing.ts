/** A hearing on an important interest (行政许可法 46–48; 行政处罚法 63, 64). Pure. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { dayBefore, lastDayOf } from './counting.js';

export interface HearingRules {
  /** Within which it is asked for after being told of the right. */
  ask: string;
  /** Within which it is held after being asked for; null = the law sets no limit. */
  hold: string | null;
  /** How long before it the parties are told time and place. */
  notice: string;
}

/** 行政许可法 47: asked for within five, held within twenty; 48: told seven days before. */
export const PERMIT_HEARING: HearingRules = { ask: '5wd', hold: '20wd', notice: '7wd' };
/** 行政处罚法 64: asked for within five, told seven days before; both working days by 85. */
export const PENALTY_HEARING: HearingRules = { ask: '5wd', hold: null, notice: '7wd' };

/** Days as day numbers; what has not happened yet is left out. */
export interface HearingActs {
  /** The day the party was told of the right to a hearing. */
  told: number;
  asked?: number;
  held?: number;
  /** The day the parties were told when and where. */
  noticed?: number;
}

export interface HearingDates {
  askBy: number;
  /** Asked for in time; a hearing asked for later need not be held. */
  entitled: boolean;
  /** Until when it must be held; null = not asked for in time, or no limit. */
  holdBy: number | null;
  /** Held later than the law allows. */
  late: boolean;
  /** The latest day of notice for the day it is held on; null = not known. */
  noticeBy: number | null;
  noticedInTime: boolean | null;
}

/** @throws CalendarError when a year needed has no data */
export function hearingDates(
  calendar: FrozenCalendar,
  rules: HearingRules,
  { told, asked, held, noticed }: HearingActs,
): HearingDates {
  const askBy = lastDayOf(calendar, told, rules.ask);
  const entitled = asked !== undefined && asked >= told && asked <= askBy;
  const holdBy = entitled && rules.hold !== null ? lastDayOf(calendar, asked, rules.hold) : null;
  const noticeBy = held === undefined ? null : dayBefore(calendar, held, rules.notice);
  return {
    askBy,
    entitled,
    holdBy,
    late: held !== undefined && holdBy !== null && held > holdBy,
    noticeBy,
    noticedInTime: noticeBy === null || noticed === undefined ? null : noticed <= noticeBy,
  };
}
