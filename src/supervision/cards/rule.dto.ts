/** Rules by which cards are proposed or issued. */
import { COLOURS, CONDITION_NAMES, type Colour, type ConditionName } from './conditions.js';
import { ChineseDate, ListOf, OneOf, Shown, Text, Whole } from '../../platform/http/index.js';

export class RungDto {
  @Whole({ min: 0, max: 365, description: '答复期限过后第几天' })
  afterDays: number;

  @OneOf(COLOURS, { description: '升为什么牌' })
  colour: Colour;
}

export class RuleContentDto {
  @Text({ min: 1, max: 60 })
  name: string;

  @OneOf(CONDITION_NAMES, { description: '什么情形亮牌' })
  condition: ConditionName;

  @Whole({ min: 0, max: 1000, description: '天数、次数；收费不符时为允许相差的分' })
  threshold: number;

  @OneOf(COLOURS)
  colour: Colour;

  @Text({ max: 64, optional: true, nullable: true, description: '适用的区县、乡镇；空 = 全市' })
  territory?: string | null;

  @Text({ max: 64, optional: true, nullable: true, description: '适用的条线' })
  line?: string | null;

  @Text({ max: 64, optional: true, nullable: true, description: '适用的部门' })
  department?: string | null;

  @Text({ max: 64, optional: true, nullable: true, description: '适用的事项' })
  item?: string | null;

  @OneOf(['proposal', 'automatic'], { description: '提请确认，或自动亮牌' })
  issue: 'proposal' | 'automatic';

  @Whole({ min: 1, max: 90, description: '几天内答复' })
  answerDays: number;

  @ListOf(RungDto, { most: 5, description: '不答复时怎样逐级升级' })
  ladder: RungDto[];

  @ChineseDate({ description: '从哪天起生效，YYYY-MM-DD' })
  validFrom: string;
}

export class RuleDto extends RuleContentDto {
  @Shown.text()
  id: string;

  @Shown.whole()
  version: number;

  @Shown.oneOf(['case', 'step', 'regulation'])
  scope: 'case' | 'step' | 'regulation';

  @Shown.text({ nullable: true })
  validTo: string | null;

  @Shown.instant()
  createdAt: Date;

  @Shown.text()
  createdBy: string;

  @Shown.flag('今天是否有效')
  current: boolean;
}

export class RuleListDto {
  @Shown.list(RuleDto)
  items: RuleDto[];
}

export class CardRuleVersionDto {
  @Shown.text()
  id: string;

  @Shown.whole()
  version: number;
}

export class EvaluationDto {
  @Shown.whole('提请确认的')
  proposed: number;

  @Shown.whole('自动亮牌的')
  issued: number;

  @Shown.whole('升级的')
  escalated: number;
}
