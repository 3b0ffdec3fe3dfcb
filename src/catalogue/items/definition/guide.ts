import { Flag, ListOf, Text, Whole } from '../../../platform/http/index.js';
import { Line, OptionalLine } from './words.js';

export class FrequentQuestion {
  @Line('问')
  q: string;

  @Text({ min: 1, max: 2000, description: '答' })
  a: string;
}

/** 办事指南. */
export class Guide {
  @Line('一句话说明')
  summary: string;

  @Text({ optional: true, max: 1000, description: '办理流程，各步以 → 相连' })
  flow?: string;

  @ListOf(FrequentQuestion, { optional: true, most: 50, description: '常见问题' })
  faq?: FrequentQuestion[];

  @OptionalLine('咨询电话')
  phone?: string;

  @OptionalLine('投诉电话')
  complaints?: string;

  @OptionalLine('办理时间')
  hours?: string;

  @OptionalLine('办理地点')
  address?: string;

  @Whole({ optional: true, min: 0, max: 20, description: '申请人要到现场几次' })
  visits?: number;

  @OptionalLine('必须到现场的原因')
  visitsReason?: string;

  @Flag({ optional: true, description: '全程网办：从申请到取得结果都不用到现场' })
  fullyOnline?: boolean;

  /** 1 咨询 2 收件 3 预审 4 受理 5 办理 6 结果反馈 7 证照反馈. */
  @Whole({ optional: true, min: 1, max: 7, description: '网上办理深度' })
  onlineDepth?: number;

  @Flag({ optional: true, description: '可以网上缴费' })
  payOnline?: boolean;
}
