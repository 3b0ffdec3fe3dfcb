/**
 * The rules of a clock by whose law it is. Each item type (`item-types`) has its own: the permit law's
 * are for permits only. What stands here is where the platform begins; an admin publishes later ones.
 */
import type { ClockRules } from '../contracts/case.js';
import { PAUSE_REASONS } from './permit/index.js';

/** Working days before the promised day from which a case is shown as nearly due. */
const WARN_DAYS = 2;

/** 行政许可法 32, 42, 44, 45, 47, 50 and 43; all in working days (82) but the renewal's thirty. */
export const PERMIT_RULES: ClockRules = {
  law: '行政许可法',
  statutory: '20wd',
  acceptance: { within: '5wd', silenceAccepts: true },
  extension: { upTo: '10wd', by: 'head' },
  pauses: [...PAUSE_REASONS],
  delivery: '10wd',
  warn: WARN_DAYS,
  periods: {
    'hearing-request': '5wd',
    'hearing-held': '20wd',
    'preliminary-review': '20wd',
    'renewal-before-expiry': '30d',
  },
};

/** 行政许可法 42(2): handled jointly under article 26; the government's head extends. */
export const JOINT_PERMIT_RULES: Pick<ClockRules, 'statutory' | 'extension'> = {
  statutory: '45wd',
  extension: { upTo: '15wd', by: 'government' },
};

/**
 * 行政处罚法 60: ninety natural days from filing (立案); only its periods of two, three, five and
 * seven days are working days (85). A fine is paid within fifteen natural days (67).
 */
export const PENALTY_RULES: ClockRules = {
  law: '行政处罚法',
  statutory: '90d',
  acceptance: null,
  extension: null,
  pauses: [],
  delivery: '7wd',
  warn: WARN_DAYS,
  periods: {
    'withdraw-publication': '3wd', // 48
    'preserved-evidence': '7wd', // 56
    'hearing-request': '5wd', // 64(1)
    'hearing-notice': '7wd', // 64(2)
    'pay-fine': '15d', // 67
    'hand-in-collected-fine': '2wd', // 71
  },
};

/** 给付, 征收, 裁决, public services, several items at once: nothing but what their own basis says. */
export const OTHER_RULES: ClockRules = {
  law: '事项的设定依据',
  acceptance: null,
  extension: null,
  pauses: [],
  delivery: null,
  warn: WARN_DAYS,
};

/** For types without rules of their own. */
export const ANY_TYPE = '*';

/** What an item says of its clock; what it leaves out is its type's. */
export type ItemClock = Partial<ClockRules> & {
  /** Handled jointly under 行政许可法 26. */
  joint?: boolean;
};

/**
 * The rules of one item.
 * @param ofType those of its type; {@link OTHER_RULES} where several items are handled at once, for
 *   a 一件事 is not by itself handled jointly in the sense of article 26
 */
export function rulesOf(ofType: ClockRules, item: ItemClock = {}): ClockRules {
  const { joint, ...own } = item;
  return { ...ofType, ...(joint && JOINT_PERMIT_RULES), ...own };
}
