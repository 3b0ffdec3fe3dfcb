import { IntersectionType, OmitType } from '@nestjs/swagger';
import { FilterQuery, FORMATS } from '../figures/query.dto.js';
import { FoundByQuery } from '../found-by.js';
import { COLOURS, type Colour } from './conditions.js';
import type { CardState } from './cards.js';
import {
  CaseNumber,
  Cursor,
  Flag,
  OneOf,
  Shown,
  Text,
  Uuids,
  Whole,
} from '../../platform/http/index.js';

const STATES = [
  'proposed',
  'issued',
  'answered',
  'accepted',
  'returned',
  'revoked',
  'dismissed',
] as const;

export class CardQueryDto extends IntersectionType(FilterQuery, FoundByQuery) {
  @OneOf([...STATES, 'standing'], { optional: true, description: 'standing = 未了结的' })
  state?: CardState | 'standing';

  @OneOf(COLOURS, { optional: true })
  colour?: Colour;

  @Flag({ inQuery: true, optional: true, description: '只看本单位的' })
  own?: boolean;

  @CaseNumber({ optional: true, description: '办件编号' })
  case?: string;

  @Cursor()
  cursor?: string;
}

export class CardFileQuery extends OmitType(CardQueryDto, ['cursor']) {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class CardDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(COLOURS)
  colour: Colour;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text({ nullable: true })
  step: string | null;

  @Shown.text()
  department: string;

  @Shown.text()
  departmentName: string;

  @Shown.oneOf(STATES)
  state: CardState;

  @Shown.text()
  reason: string;

  @Shown.text({ nullable: true })
  ruleName: string | null;

  @Shown.number({ nullable: true })
  ruleVersion: number | null;

  @Shown.text({ nullable: true, description: '已报的上级机关' })
  escalatedTo: string | null;

  @Shown.instant()
  createdAt: Date;

  @Shown.instant({ nullable: true })
  issuedAt: Date | null;

  @Shown.instant({ nullable: true })
  answerDue: Date | null;

  @Shown.instant({ nullable: true })
  closedAt: Date | null;
}

export class CardListDto {
  @Shown.list(CardDto)
  items: CardDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ActFileDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;
}

export class SupervisionActDto {
  @Shown.text()
  act: string;

  @Shown.instant()
  at: Date;

  @Shown.text({ nullable: true, description: '空 = 平台按规则' })
  person: string | null;

  @Shown.text({ nullable: true })
  department: string | null;

  @Shown.text()
  text: string;

  @Shown.list(ActFileDto)
  files: ActFileDto[];
}

export class CardDetailDto extends CardDto {
  @Shown.list(SupervisionActDto)
  acts: SupervisionActDto[];
}

export class NewCardDto {
  @OneOf(COLOURS)
  colour: Colour;

  @CaseNumber()
  caseNumber: string;

  @Text({ max: 64, description: '被亮牌的单位' })
  department: string;

  @Text({ min: 1, max: 1000 })
  reason: string;

  @Whole({ min: 1, max: 90 })
  answerDays: number;
}

/** What is said with an act: an answer, a reason, what is missing. */
export class ActBodyDto {
  @Text({ max: 4000, optional: true })
  text?: string;

  @Uuids({ most: 20, optional: true, description: '先上传的附件' })
  files?: string[];
}

export class CardStateDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(STATES)
  state: CardState;
}

export class IssuedDto {
  @Shown.text()
  id: string;
}

/** One word of the supervisor's about several proposals. */
export class CardDecisionsDto {
  @Uuids({ least: 1, most: 100, description: '待确认的牌，最多 100 张' })
  cards: string[];

  @OneOf(['confirm', 'dismiss'], { description: '确认亮牌，或者不予亮牌' })
  decision: 'confirm' | 'dismiss';

  @Text({ min: 1, max: 1000, description: '理由，记入每张牌的经过' })
  text: string;
}

export class CardDecisionDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(['done', 'refused'])
  state: 'done' | 'refused';

  @Shown.text({ nullable: true, description: '为什么没有办' })
  message: string | null;
}

export class CardDecisionListDto {
  @Shown.list(CardDecisionDto)
  items: CardDecisionDto[];
}
