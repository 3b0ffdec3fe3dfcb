import { MOST_INTEGER, OneOf, Pattern, SentFile, Shown, Whole } from '../../platform/http/index.js';

const RUN_STATES = ['checked', 'running', 'done', 'dropped'] as const;
const LINE_STATES = ['ready', 'faulty', 'brought', 'already', 'refused'] as const;

export class OlderCasesDto {
  @SentFile('CSV（UTF-8）或 JSON，按模板')
  file: unknown;
}

export class SourceQuery {
  @Pattern(/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/, {
    description: '原系统的代号；与原办件编号一起，同一件只导入一次',
  })
  sourceSystem: string;
}

export class TemplateQuery {
  @OneOf(['csv', 'json'], { optional: true })
  format?: 'csv' | 'json';
}

export class LinesQuery {
  @OneOf(LINE_STATES, { optional: true })
  state?: (typeof LINE_STATES)[number];

  @Whole({ inQuery: true, min: 0, max: MOST_INTEGER, optional: true, description: '从这一行之后' })
  after?: number;
}

export class LineErrorDto {
  @Shown.text({ nullable: true, description: '哪一列；null = 整行' })
  column: string | null;

  @Shown.text()
  code: string;

  @Shown.text('哪里不对、怎么改')
  message: string;
}

export class LineOutcomeDto {
  @Shown.number('文件中的第几行（JSON 为第几项）')
  line: number;

  @Shown.text({ nullable: true })
  sourceNumber: string | null;

  @Shown.oneOf(
    LINE_STATES,
    'ready 可导入，faulty 有错，brought 已导入，already 早已导入，refused 导入时被拒',
  )
  state: (typeof LINE_STATES)[number];

  @Shown.text({ nullable: true })
  caseNumber: string | null;

  @Shown.list(LineErrorDto)
  errors: LineErrorDto[];
}

export class LineOutcomeListDto {
  @Shown.list(LineOutcomeDto)
  items: LineOutcomeDto[];

  @Shown.number({ nullable: true, description: '下一页的 after' })
  next: number | null;
}

export class BringingOverDto {
  @Shown.text()
  id: string;

  @Shown.text()
  sourceSystem: string;

  @Shown.text()
  fileName: string;

  @Shown.oneOf(RUN_STATES, 'checked = 只检查过，什么都没有导入')
  state: (typeof RUN_STATES)[number];

  @Shown.instant()
  createdAt: Date;

  @Shown.instant({ nullable: true })
  startedAt: Date | null;

  @Shown.instant({ nullable: true })
  finishedAt: Date | null;

  @Shown.text({ nullable: true })
  personName: string | null;

  @Shown.number()
  total: number;

  @Shown.number('可以导入、还没有导入的')
  ready: number;

  @Shown.number('有错误、不会导入的')
  faulty: number;

  @Shown.number()
  brought: number;

  @Shown.number('以前已经导入过的')
  already: number;

  @Shown.number('检查时没有错、导入时被拒的')
  refused: number;
}

export class BringingOverListDto {
  @Shown.list(BringingOverDto)
  items: BringingOverDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
