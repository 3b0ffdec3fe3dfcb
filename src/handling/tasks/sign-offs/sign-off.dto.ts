/** Sign-offs over the API. */
import {
  Decimal,
  MOST_INTEGER,
  OneOf,
  Shown,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../../platform/http/index.js';

const RULES = ['all', 'ratio', 'any', 'in-order'] as const;

export class SignOffMemberDto {
  @Shown.whole()
  position: number;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  departmentName: string | null;

  @Shown.oneOf(['waiting', 'open', 'agreed', 'disagreed', 'removed', 'not-needed'])
  state: 'waiting' | 'open' | 'agreed' | 'disagreed' | 'removed' | 'not-needed';

  @Shown.text({ nullable: true })
  opinion: string | null;

  @Shown.instant({ nullable: true })
  answeredAt: string | null;
}

export class SignOffDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  taskId: string;

  @Shown.oneOf(['before', 'after'], '前加签 / 后加签')
  place: 'before' | 'after';

  @Shown.oneOf(RULES, '会签（全部、按比例）/ 或签 / 依次')
  rule: (typeof RULES)[number];

  @Shown.number({ nullable: true })
  ratio: number | null;

  @Shown.text()
  reason: string;

  @Shown.text()
  byName: string;

  @Shown.oneOf(['planned', 'open', 'agreed', 'disagreed', 'withdrawn'])
  state: 'planned' | 'open' | 'agreed' | 'disagreed' | 'withdrawn';

  @Shown.instant()
  createdAt: Date;

  @Shown.list(SignOffMemberDto)
  members: SignOffMemberDto[];
}

export class NewSignOffDto {
  @OneOf(['before', 'after'], { description: '前加签 / 后加签' })
  place: 'before' | 'after';

  @OneOf(RULES, { description: '会签（全部、按比例）/ 或签 / 依次' })
  rule: (typeof RULES)[number];

  @Decimal({ min: 0.01, max: 1, optional: true, description: '按比例会签：0–1' })
  ratio?: number;

  @Texts({ most: 50, max: 200, description: '加签人的岗位；依次加签按此顺序' })
  posts: string[];

  @Text({ min: 1, max: 500, description: '请加签人看什么' })
  reason: string;
}

export class SignOffRemovalDto {
  @Uuid()
  signOff: string;

  @Whole({ min: 0, max: MOST_INTEGER })
  position: number;

  @Text({ min: 1, max: 500 })
  reason: string;
}
