/** The law beside the diagram: states, acts, and what they leave on the case. */
import type { Json } from '../../bpmn/engine/index.js';

/** The law's states of a case (办件状态); `workflows/law` says which act leads from which to which. */
export type CaseState =
  | 'submitted' // 申报
  | 'pre-reviewed' // 预审通过
  | 'sent-back' // 预审退回
  | 'collected' // 收件
  | 'correcting' // 补正
  | 'accepted' // 受理
  | 'handling' // 承办
  | 'reviewing' // 审核
  | 'special-procedure' // 特别程序: the clock stands still
  | 'suspended' // 挂起: nothing moves, but the clock runs
  | 'granted' // 准予
  | 'refused' // 不予许可
  | 'rejected' // 不予受理
  | 'paying' // 缴费
  | 'licensing' // 制证
  | 'finished' // 办结
  | 'delivered' // 送达
  | 'rated' // 评价
  | 'archived' // 归档
  | 'withdrawn' // 撤回
  | 'terminated' // 终止
  | 'forwarded' // 转报
  | 'lapsed' // 补正不来
  | 'returned' // 退件
  | 'voided'; // 作废

/** What moves the legal state, or is an official act within it; names and articles in `workflows/law`. */
export type LegalAct =
  | 'submit' // 申报
  | 'pre-pass' // 预审通过
  | 'pre-return' // 预审退回
  | 'collect' // 收件
  | 'promise' // 告知承诺
  | 'accept' // 受理
  | 'accept-with-gaps' // 容缺受理
  | 'fill-gaps' // 容缺补齐
  | 'correct' // 一次性告知补正
  | 'supplement' // 补正
  | 'reject' // 不予受理
  | 'deem' // 逾期不告知，视为受理
  | 'deem-renewed' // 有效期届满前没有作出决定，视为准予延续
  | 'lapse' // 补正不来
  | 'handle' // 承办
  | 'review' // 审核
  | 'grant' // 准予
  | 'refuse' // 不予许可
  | 'pay' // 缴费
  | 'license' // 制证
  | 'finish' // 办结
  | 'deliver' // 送达
  | 'revoke' // 撤销许可
  | 'rate' // 评价
  | 'archive' // 归档
  | 'pause' // 启动特别程序
  | 'resume' // 特别程序结束
  | 'extend' // 延期
  | 'suspend' // 挂起
  | 'unsuspend' // 解除挂起
  | 'forward' // 转报
  | 'return' // 退件
  | 'withdraw' // 撤回
  | 'terminate' // 终止
  | 'void' // 作废
  | 'tell-hearing' // 告知听证权利
  | 'ask-hearing' // 要求听证
  | 'hold-hearing' // 举行听证
  | 'waive-hearing'; // 终止听证

/** Acts on the whole case, beside its diagram. */
export type CaseActName =
  | 'pause'
  | 'resume'
  | 'extend'
  | 'suspend'
  | 'unsuspend'
  | 'forward'
  | 'return'
  | 'lapse'
  | 'terminate'
  | 'deliver'
  | 'archive'
  | 'void'
  | 'tell-hearing'
  | 'ask-hearing'
  | 'hold-hearing'
  | 'waive-hearing';

/** An act on the whole case, and what the law wants to know of it. */
export interface CaseAct {
  act: CaseActName;
  reason?: string;
  /**
   * pause: `procedure` of the closed list, `days` its told length in working days, `document`;
   * extend: `days`, `by` (head, government); deliver: `way`, `receiver`, `trackingNumber`.
   */
  data?: Record<string, Json>;
}

/** One official act as it happened: a row of `legal_move`. */
export interface LegalTransition {
  act: LegalAct;
  from: CaseState | 'draft';
  to: CaseState;
  /** When it happened. */
  at: number;
  /** Who did it; `law` = nobody, it followed from the law itself. */
  by: 'agency' | 'applicant' | 'law';
  /** The task by which it was done, if it was one of the diagram's. */
  taskKey?: string;
  reason?: string;
  /** Such as 行政许可法第三十二条. */
  article?: string;
  data?: Json;
}

/** An interval that does not count (行政许可法 45); `to` null = it still goes on. Instants. */
export interface LegalPause {
  from: number;
  to: number | null;
  /** Of {@link ClockRules.pauses}. */
  reason: string;
  article?: string;
  /** The notice that told the applicant, with the length it named. */
  document?: string;
  toldDays?: number;
}

/** What the legal side adds to a case's row; instants, null = not (yet). */
export interface LegalColumns {
  receivedAt: number | null;
  pausedAt: number | null;
  deliveredAt: number | null;
  archivedAt: number | null;
  /** End of the time to deliver the decision (行政许可法 44). */
  deliverDueAt: number | null;
  /** End of the time to accept, refuse or ask for corrections (行政许可法 32). */
  acceptanceDueAt: number | null;
  /** The decision, or how it ended without one. */
  outcome: CaseState | null;
  deemedAccepted: boolean;
  /** Working days an extension granted (行政许可法 42). */
  extensionDays: number;
  /** A limit runs into a year whose calendar is not published: 待日历. */
  calendarPending: boolean;
  /** Until when a hearing that was asked for is held (行政许可法 47); null = none is to be held. */
  hearingDueAt?: number | null;
  /** End of the time to review what the level above decides (行政许可法 43). */
  reviewDueAt?: number | null;
}
