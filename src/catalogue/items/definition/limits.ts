import { Nested, OneOf, Text, Whole } from '../../../platform/http/index.js';
import { Note, OptionalVerified, Slug } from './words.js';

export class Limit {
  @Whole({ min: 0, max: 3650, description: '0 = 当场' })
  days: number;

  @OneOf(['wd', 'd'], { description: 'wd 工作日，d 自然日' })
  unit: 'wd' | 'd';

  @Note()
  note?: string;

  @OptionalVerified()
  verified?: boolean;
}

/** 特别程序 (行政许可法 45): a step of its own, whose length is told to the applicant. */
export class SpecialProcedure {
  @Slug('哪一种：hearing 听证、expert-review 专家评审 …')
  reason: string;

  @Nested(Limit, { description: '所需时限' })
  limit: Limit;

  @Note()
  note?: string;
}

/** 时限. Extension and delivery go to the item's clock; the others its diagram and its guide say. */
export class Limits {
  @Nested(Limit, { optional: true, description: '法定时限' })
  statutory?: Limit;

  @Text({ optional: true, min: 1, max: 500, description: '没有法定时限的原因' })
  statutoryNote?: string;

  @Nested(Limit, { optional: true, description: '承诺时限' })
  promised?: Limit;

  @Nested(Limit, { optional: true, description: '延长不超过' })
  extension?: Limit;

  @Nested(Limit, { optional: true, description: '送达' })
  deliver?: Limit;

  @Nested(Limit, { optional: true, description: '告知承诺的当场决定' })
  promise?: Limit;

  @Nested(Limit, { optional: true, description: '告知承诺后的核查' })
  laterCheck?: Limit;

  @Nested(Limit, { optional: true, description: '公示' })
  publicNotice?: Limit;
}
