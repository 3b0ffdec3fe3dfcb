/** What people call the law's states and acts. */
import type { CaseState, LegalAct } from '../contracts/case.js';

export const STATE_NAMES: Readonly<Record<CaseState, string>> = {
  submitted: '已申报',
  'pre-reviewed': '预审通过',
  'sent-back': '预审退回',
  collected: '已收件',
  correcting: '待补正',
  accepted: '已受理',
  handling: '承办中',
  reviewing: '审核中',
  'special-procedure': '特别程序中',
  suspended: '已挂起',
  granted: '准予',
  refused: '不予许可',
  rejected: '不予受理',
  paying: '待缴费',
  licensing: '制证中',
  finished: '已办结',
  delivered: '已送达',
  rated: '已评价',
  archived: '已归档',
  withdrawn: '已撤回',
  terminated: '已终止',
  forwarded: '已转报',
  lapsed: '补正不来',
  returned: '已退件',
  voided: '已作废',
};

export const ACT_NAMES: Readonly<Record<LegalAct, string>> = {
  submit: '申报',
  'pre-pass': '预审通过',
  'pre-return': '预审退回',
  collect: '收件',
  promise: '告知承诺',
  accept: '受理',
  'accept-with-gaps': '容缺受理',
  'fill-gaps': '容缺补齐',
  correct: '一次性告知补正',
  supplement: '补正',
  reject: '不予受理',
  deem: '视为受理',
  'deem-renewed': '视为准予延续',
  lapse: '补正不来',
  handle: '承办',
  review: '审核',
  grant: '准予',
  refuse: '不予许可',
  pay: '缴费',
  license: '制证',
  finish: '办结',
  deliver: '送达',
  revoke: '撤销许可',
  rate: '评价',
  archive: '归档',
  pause: '启动特别程序',
  resume: '结束特别程序',
  extend: '延期',
  suspend: '挂起',
  unsuspend: '解除挂起',
  forward: '转报',
  return: '退件',
  withdraw: '撤回',
  terminate: '终止',
  void: '作废',
  'tell-hearing': '告知听证权利',
  'ask-hearing': '要求听证',
  'hold-hearing': '举行听证',
  'waive-hearing': '终止听证',
};

/** Reasons of article 45's closed list. */
export const PAUSE_NAMES: Readonly<Record<string, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
};

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 32 → 三十二; articles have at most two digits here. */
export function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]!}十`;
  return `${ten}${DIGITS[n % 10]!}`;
}

/** 行政许可法第三十二条. */
export const articleOf = (law: string, article: number): string => `${law}第${numeral(article)}条`;
