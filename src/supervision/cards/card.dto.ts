import { FilterQuery } from '../figures/query.dto.js';
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

export class CardQueryDto extends FilterQuery {
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
