import { ChineseDate, OneOf, Text, Whole } from '../../platform/http/index.js';

/** What figures are narrowed to. */
export class FilterQuery {
  @OneOf(['territory', 'line'], {
    optional: true,
    default: 'territory',
    description: '按块（垂管单位不计入区县）或按条（垂管单位计在所在区县）',
  })
  by?: 'territory' | 'line';

  @Text({ max: 64, optional: true, description: '区县代码或开发区；vertical = 垂管单位' })
  county?: string;

  @Text({ max: 64, optional: true, description: '乡镇街道代码；own = 区县本级' })
  township?: string;

  @Text({ max: 64, optional: true, description: '条线' })
  line?: string;

  @Text({ max: 64, optional: true, description: '部门' })
  department?: string;

  @Text({ max: 64, optional: true, description: '事项' })
  item?: string;

  @Text({ max: 16, optional: true, description: '事项类型' })
  type?: string;

  @Text({ max: 128, optional: true, description: '环节' })
  step?: string;

  @Text({ max: 64, optional: true, description: '经办人；空 = 待领取' })
  handler?: string;
}

/** From when on something is soon, too long, too often. */
export class MomentsQuery {
  @Whole({
    inQuery: true,
    min: 1,
    max: 90,
    optional: true,
    default: 5,
    description: '几个工作日内到期',
  })
  days?: number;

  @Whole({
    inQuery: true,
    min: 1,
    max: 1000,
    optional: true,
    default: 30,
    description: '停办多少天以上算过久',
  })
  pausedDays?: number;

  @Whole({
    inQuery: true,
    min: 1,
    max: 100,
    optional: true,
    default: 2,
    description: '退回补正多少次以上算过多',
  })
  returns?: number;
}
export const FORMATS = ['csv', 'xlsx'] as const;

export class PeriodQuery {
  @ChineseDate({ description: '起，含当日', example: '2026-01-01' })
  from: string;

  @ChineseDate({ description: '止，含当日', example: '2026-12-31' })
  to: string;
}
