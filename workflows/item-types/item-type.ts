import type { ClockRules } from '../contracts/case.js';

/** What a type of service item (GB/T 39046 A.1) means for the case's clock, papers, visits and archive. */
export interface ItemType {
  /** Two digits. */
  code: string;
  name: string;
  /** 行政权力: its papers cite the law of administrative powers; false = 公共服务. */
  power: boolean;
  /** Whose law its clock runs by; left out = by nothing but the item's own basis. */
  clock?: { rules: ClockRules; source: string };
  /** The paper that grants what was asked for; null = none but the result itself. */
  grantedBy: 'decision' | 'benefit-notice' | null;
  /** The article that demands two holders of 执法证 for an inspection; null = none does. */
  twoInspectors: string | null;
  /** 保管期限: what decides on rights is kept for thirty years, the rest for ten. */
  retention: '30年' | '10年';
  /** Whether a guide without any 常见问题 is refused. */
  needsQuestions: boolean;
}
