/**
 * What may earn a card. A condition is SQL over `open_case c` (and `open_step s` for steps; of what a regulator
 * has to sign for, its task `t`, whose case may have ended); the
 * rule's threshold stands as `$n`. A new one is one entry here and its name in the page.
 */
export interface Condition {
  scope: 'case' | 'step' | 'regulation';
  /** @param n place of the threshold: days before or after, or times */
  sql: (n: string) => string;
  /** It looks ahead: when what it warns of has ended, there is nothing left to warn of. */
  ahead?: true;
  /** Why the card is issued, in SQL; facts only, no names. */
  reason: (n: string) => string;
}

const days = (n: string) => `make_interval(days => ${n}::int)`;
const near = (column: string) => (n: string) =>
  `${column} >= now() AND ${column} < now() + ${days(n)}`;
const passed = (column: string) => (n: string) => `${column} < now() - ${days(n)}`;
/** A limit ends with its last day: the instant is the midnight after it. */
const dated = (text: string, column: string) => () =>
  `'${text}' || to_char((${column} - interval '1 second') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;

const yuan = (cents: string) => `to_char(${cents} / 100.0, 'FM9999999990.00') || '元'`;
/** Orders of the case that are not what the item's rule comes to, as it was counted again. */
const WRONG_FEES = (n: string) => `payment p WHERE p.case_number = c.number AND p.state <> 'refused'
  AND abs(p.rule_cents - p.amount_cents) > ${n}::int`;

export const CONDITIONS = {
  'promised-near': {
    scope: 'case',
    ahead: true,
    sql: near('c.promised_due'),
    reason: dated('承诺时限将到：', 'c.promised_due'),
  },
  'promised-passed': {
    scope: 'case',
    sql: passed('c.promised_due'),
    reason: dated('已过承诺时限：', 'c.promised_due'),
  },
  'statutory-near': {
    scope: 'case',
    ahead: true,
    sql: near('c.statutory_due'),
    reason: dated('法定时限将到：', 'c.statutory_due'),
  },
  'statutory-passed': {
    scope: 'case',
    sql: passed('c.statutory_due'),
    reason: dated('已过法定时限：', 'c.statutory_due'),
  },
  'acceptance-passed': {
    scope: 'case',
    sql: passed('c.acceptance_due'),
    reason: dated('逾期未作受理决定：', 'c.acceptance_due'),
  },
  'delivery-passed': {
    scope: 'case',
    sql: passed('c.delivery_due'),
    reason: dated('逾期未送达：', 'c.delivery_due'),
  },
  'hearing-near': {
    scope: 'case',
    ahead: true,
    sql: near('c.hearing_due'),
    reason: dated('举行听证的期限将到：', 'c.hearing_due'),
  },
  'hearing-passed': {
    scope: 'case',
    sql: passed('c.hearing_due'),
    reason: dated('逾期未举行听证：', 'c.hearing_due'),
  },
  'review-near': {
    scope: 'case',
    ahead: true,
    sql: near('c.review_due'),
    reason: dated('初步审查期限将到：', 'c.review_due'),
  },
  'review-passed': {
    scope: 'case',
    sql: passed('c.review_due'),
    reason: dated('逾期未报送初步审查意见：', 'c.review_due'),
  },
  'step-near': {
    scope: 'step',
    ahead: true,
    sql: near('s.due'),
    reason: dated('环节时限将到：', 's.due'),
  },
  'step-passed': { scope: 'step', sql: passed('s.due'), reason: dated('已过环节时限：', 's.due') },
  'paused-long': {
    scope: 'case',
    sql: passed('c.paused_at'),
    reason: () =>
      `'停办过久，停自：' || to_char(c.paused_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`,
  },
  'returned-often': {
    scope: 'case',
    sql: (n) => `c.returned >= ${n}::int`,
    reason: () => `'退回补正次数：' || c.returned`,
  },
  'late-entry': {
    scope: 'case',
    sql: (n) => `c.late_entry AND c.submitted_at - c.received_at > ${days(n)}`,
    reason: () =>
      `'线下收件后补录，收件于：' || to_char(c.received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`,
  },
  'regulation-unclaimed': {
    scope: 'regulation',
    sql: (n) => `t.claimed_at IS NULL AND ${passed('t.due_at')(n)}`,
    reason: dated('监管部门逾期未签收审批结果：', 't.due_at'),
  },
  'wrong-fee': {
    scope: 'case',
    sql: (n) => `EXISTS (SELECT 1 FROM ${WRONG_FEES(n)})`,
    reason: (n) =>
      `(SELECT string_agg('“' || p.item || '”开具' || ${yuan('p.amount_cents')} || '，按收费规则'
          || CASE p.rule_cents WHEN 0 THEN '不应收费' ELSE '应为' || ${yuan('p.rule_cents')} END,
          '；' ORDER BY p.id) FROM ${WRONG_FEES(n)})`,
  },
} satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as ConditionName[];
export const COLOURS = ['warning', 'yellow', 'red'] as const;
export type Colour = (typeof COLOURS)[number];
/** The conditions that look ahead. */
export const AHEAD = CONDITION_NAMES.filter((name) => 'ahead' in CONDITIONS[name]);
