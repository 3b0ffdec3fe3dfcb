import { PartialType } from '@nestjs/swagger';
import {
  Flag,
  Nested,
  OneOf,
  Patterns,
  Period,
  Periods,
  Text,
  Whole,
} from '../../../platform/http/index.js';

const PERIOD_TEXT = '20wd = 20 个工作日，90d = 90 天';

export class AcceptanceRuleDto {
  @Period({ description: PERIOD_TEXT })
  within: string;

  @Flag({ description: '逾期不告知，自收到之日起即为受理（行政许可法 32）' })
  silenceAccepts: boolean;
}

export class ExtensionRuleDto {
  @Period({ description: `最多延长多久：${PERIOD_TEXT}` })
  upTo: string;

  @OneOf(['head', 'government'], { description: '由本机关负责人还是本级政府负责人批准' })
  by: 'head' | 'government';
}

export class ClockRulesDto {
  @Text({ min: 1, max: 100, description: '依据的法律' })
  law: string;

  @Period({ optional: true, description: `事项没有写明时的法定时限：${PERIOD_TEXT}` })
  statutory?: string;

  @Nested(AcceptanceRuleDto, { nullable: true, description: '受理的期限；null = 没有' })
  acceptance: AcceptanceRuleDto | null;

  @Nested(ExtensionRuleDto, { nullable: true, description: '延期；null = 不得延期' })
  extension: ExtensionRuleDto | null;

  @Patterns(/^[a-z][a-z0-9-]{0,40}$/, {
    most: 50,
    description: '不计入时限的事由（行政许可法 45）',
  })
  pauses: string[];

  @Period({ nullable: true, description: `送达的期限：${PERIOD_TEXT}` })
  delivery: string | null;

  @Whole({ min: 0, max: 365, description: '离承诺时限还有几个工作日时预警' })
  warn: number;

  @Periods({ optional: true, most: 50, description: `这部法律的其他期限，按名称：${PERIOD_TEXT}` })
  periods?: Record<string, string>;
}

/** What its clock does otherwise than its type's. */
export class OwnClock extends PartialType(ClockRulesDto) {
  @Flag({ optional: true, description: '联合办理、集中办理（行政许可法 26）' })
  joint?: boolean;
}
