import type { ClockRules } from '../contracts/case.js';

/** How its papers speak of what was asked for or is done. */
export interface PaperWords {
  /** First letter of the 文号's kind: 许 in 海市监许受字. */
  letter: string;
  /** Somebody applies, or the body takes it up of its own accord (立案). */
  begins: 'application' | 'filing';
  /** What an acceptance, a decision that grants and one that refuses find. */
  complete: string;
  meets: string;
  fails: string;
  /** Title of the decision that grants, and what it says it does. */
  grantTitle: string;
  grants: string;
  /** Likewise of the one that refuses. */
  refusalTitle: string;
  refuses: string;
}

/** 保管期限 of a case's package in the archive. */
export const RETENTION_PERIODS = ['永久', '30年', '10年'] as const;
export type RetentionPeriod = (typeof RETENTION_PERIODS)[number];

export interface Retention {
  period: RetentionPeriod;
  /** On what it rests. */
  source: string;
}

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
  papers: PaperWords;
  /** The article that demands two holders of 执法证 for an inspection; null = none does. */
  twoInspectors: string | null;
  /** What decides on rights is kept for thirty years, the rest for ten, unless the item says otherwise. */
  retention: Retention;
  /** Whether a guide without any 常见问题 is refused. */
  needsQuestions: boolean;
}
