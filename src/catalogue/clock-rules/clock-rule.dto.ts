import { ChineseDate, Nested, Shown, Text } from '../../platform/http/index.js';
import { ClockRulesDto } from '../items/index.js';

export class PublishRulesDto {
  @ChineseDate({ description: '自哪天起开的办件适用' })
  validFrom: string;

  @Text({ min: 2, max: 200, description: '依据的文件' })
  source: string;

  @Nested(ClockRulesDto)
  rules: ClockRulesDto;
}

export class RuleVersionDto {
  @Shown.text('事项类型；* = 没有自己规则的类型')
  type: string;

  @Shown.text()
  typeName: string;

  @Shown.day()
  validFrom: string;

  @Shown.one(ClockRulesDto)
  rules: ClockRulesDto;

  @Shown.text()
  source: string;

  @Shown.text({ nullable: true, description: '谁发布的；null = 平台自带' })
  publishedBy: string | null;

  @Shown.instant()
  publishedAt: Date;
}

export class RuleVersionListDto {
  @Shown.list(RuleVersionDto)
  items: RuleVersionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
