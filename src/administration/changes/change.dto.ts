import { Cursor, OneOf, Shown, Text } from '../../platform/http/index.js';

const KINDS = ['region', 'organisation', 'person', 'post', 'authority'] as const;
const STATES = ['waiting', 'applied', 'withdrawn', 'failed'] as const;

export class ChangeDto {
  @Shown.uuid()
  id: string;

  @Shown.oneOf(KINDS)
  kind: (typeof KINDS)[number];

  @Shown.text('所变更的编号')
  key: string;

  @Shown.text('现在的名称；没有名称的即编号')
  name: string;

  @Shown.text({ example: 'rename' })
  act: string;

  @Shown.open({ nullable: true, description: '原来的内容：只列出变更了的' })
  before: object | null;

  @Shown.open({ nullable: true })
  after: object | null;

  @Shown.day()
  validFrom: string;

  @Shown.oneOf(STATES)
  state: (typeof STATES)[number];

  @Shown.text({ nullable: true, description: '到期没有办成的原因' })
  problem: string | null;

  @Shown.text({ nullable: true, description: '空 = 平台' })
  byName: string | null;

  @Shown.instant()
  madeAt: Date;
}

export class ChangeListDto {
  @Shown.list(ChangeDto)
  items: ChangeDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ChangeQuery {
  @OneOf(KINDS, { optional: true })
  kind?: (typeof KINDS)[number];

  @Text({ max: 200, optional: true, description: '所变更的编号' })
  key?: string;

  @OneOf(STATES, { optional: true })
  state?: (typeof STATES)[number];

  @Cursor()
  cursor?: string;
}

/** What an act of the register answers. */
export class PerformedDto {
  @Shown.text('编号')
  key: string;

  @Shown.uuid('变更记录的编号')
  change: string;

  @Shown.oneOf(STATES, '已生效，或等待生效日期；重复提交的，是它现在的状态')
  state: (typeof STATES)[number];
}
