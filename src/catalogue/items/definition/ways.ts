import { Nested, OneOf, Pattern, Texts } from '../../../platform/http/index.js';
import { Note, OptionalCondition } from './words.js';

const LENGTH = /^([1-9]\d{0,3}wd|P[1-9]\d{0,3}D)$/;
const LINES = { least: 1, most: 50, min: 1, max: 500 } as const;

/** 容缺受理: which of the item's materials may follow is said by their `need: deferrable`. */
export class GapsWay {
  /** Missed = 退件办结. */
  @Pattern(LENGTH, { description: '多久之内补齐：10wd' })
  within: string;

  @Note()
  note?: string;
}

/** 告知承诺: decided at once on the applicant's word, checked later. */
export class PromiseWay {
  @OptionalCondition('申请人什么时候选了它；不填为总是')
  when?: string;

  @Texts({ ...LINES, description: '承诺符合的条件' })
  conditions: string[];

  @Texts({ ...LINES, description: '不实承诺的后果' })
  consequences: string[];

  @Pattern(LENGTH, { description: '多久之内核查：20wd' })
  check: string;
}

/** Ways of handling that the item allows; what is left out is not offered. */
export class Ways {
  @Nested(GapsWay, { optional: true, description: '容缺受理' })
  gaps?: GapsWay;

  @Nested(PromiseWay, { optional: true, description: '告知承诺' })
  promise?: PromiseWay;

  /** 一件事: papers together at the end, as each comes, or as the applicant chooses. */
  @OneOf(['together', 'separate', 'choice'], { optional: true, description: '结果怎样送达' })
  results?: 'together' | 'separate' | 'choice';

  /** 异地代收: receipt is when the collecting window takes the papers, or when they reach the owner. */
  @OneOf(['collected', 'received'], { optional: true, description: '异地代收时什么算收到' })
  receipt?: 'collected' | 'received';
}
