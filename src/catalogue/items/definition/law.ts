import { OneOf, Whole } from '../../../platform/http/index.js';
import {
  Line,
  Note,
  OptionalCondition,
  OptionalLine,
  OptionalVerified,
  Verified,
} from './words.js';

/** 法律、行政法规、地方性法规、部门规章、政府规章、规范性文件, 国务院决定. */
export const RANKS = [
  'law',
  'administrative-regulation',
  'state-council-decision',
  'local-regulation',
  'department-rule',
  'government-rule',
  'normative-document',
] as const;

/** 设定依据. */
export class LegalBasis {
  @Line('法律、法规、规章、文件的名称')
  law: string;

  @OneOf(RANKS, { optional: true, description: '效力层级' })
  rank?: (typeof RANKS)[number];

  @OptionalLine('第几条')
  article?: string;

  @OptionalLine('条文')
  text?: string;

  @Note()
  note?: string;

  @Verified()
  verified: boolean;
}

/** 收费项目: none without its basis. */
export class Fee {
  @Line('收费项目名称')
  name: string;

  @Line('收费依据')
  basis: string;

  @Line('收费标准')
  standard: string;

  /** In 分, per `unit` where there is one. */
  @Whole({ min: 1, max: 100_000_000, description: '演示金额，分' })
  amountCents: number;

  @OptionalLine('按什么计')
  unit?: string;

  /** FEEL over `form`; left out where one unit is charged. */
  @OptionalCondition('计费数量（FEEL，用 form 的字段）：form.area * 2')
  quantity?: string;

  @OneOf(['licence', 'none'], { description: '什么要等缴费之后：licence = 发证' })
  payBefore: 'licence' | 'none';

  @Note()
  note?: string;

  @OptionalVerified()
  verified?: boolean;
}
