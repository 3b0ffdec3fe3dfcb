import { Pattern, Shown, Text } from '../platform/http/index.js';
import { MadeFrom, MadeFromVersion, ReviewedDto } from '../versions/index.js';

const DAYS = '从 1 月 1 日起每天一个字符：1 = 工作日，0 = 休息日';

export class CalendarVersionDto {
  @Shown.number()
  version: number;

  @Shown.text('依据的文件')
  source: string;

  @Shown.instant()
  publishedAt: Date;

  @Shown.text({ nullable: true, description: '谁发布的；null = 平台自带' })
  publishedBy: string | null;
}

export class CalendarDraftDto {
  @Shown.text(DAYS)
  days: string;

  @Shown.text()
  editedBy: string;

  @Shown.instant()
  editedAt: Date;

  @Shown.uuid('草稿的标记：另存、删去、发布时带上')
  revision: string;
}

export class CalendarYearDto {
  @Shown.number()
  year: number;

  @Shown.number({ nullable: true, description: '已发布的版本；null = 没有数据' })
  version: number | null;

  @Shown.text({ nullable: true, description: DAYS })
  days: string | null;

  @Shown.list(CalendarVersionDto, '历次发布，新的在前')
  versions: CalendarVersionDto[];

  @Shown.one(CalendarDraftDto, { nullable: true })
  draft: CalendarDraftDto | null;

  @Shown.text({ nullable: true, description: '上一版，用来看出改了哪些天' })
  previousDays: string | null;
}

export class MissingYearsDto {
  @Shown.numbers('办件需要而没有工作日历的年份')
  years: number[];

  @Shown.number('时限待日历的办件数')
  pendingCases: number;
}

export class ReplanningDto {
  @Shown.text()
  id: string;

  @Shown.number()
  year: number;

  @Shown.number()
  version: number;

  @Shown.instant()
  at: Date;

  @Shown.number('重算时限的在办件数')
  cases: number;

  @Shown.number('提前到期的')
  earlier: number;

  @Shown.number('推后到期的')
  later: number;

  @Shown.number('原来待日历、现在有了日期的')
  becameKnown: number;

  @Shown.number('仍待日历的')
  pending: number;

  @Shown.number('重算用时，毫秒')
  milliseconds: number;

  @Shown.number('要通知流程的办件数')
  toTell: number;

  @Shown.number('已经通知的')
  told: number;
}

export class MovedCaseDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.instant({ nullable: true, description: '现在的法定期限；null = 没有，或待日历' })
  dueAt: Date | null;

  @Shown.instant({ nullable: true, description: '发布后的法定期限' })
  newDueAt: Date | null;

  @Shown.instant({ nullable: true, description: '现在的承诺期限；null = 没有，或待日历' })
  promisedAt: Date | null;

  @Shown.instant({ nullable: true, description: '发布后的承诺期限' })
  newPromisedAt: Date | null;
}

/** What a publication would move; nothing is moved yet. */
export class ForeseenDto {
  @Shown.number('重算时限的在办件数')
  cases: number;

  @Shown.number('会提前到期的')
  earlier: number;

  @Shown.number('会推后到期的')
  later: number;

  @Shown.number('现在待日历、发布后有了日期的')
  becameKnown: number;

  @Shown.number('仍待日历的')
  pending: number;

  @Shown.list(MovedCaseDto, '期限会变的办件，提前的在前；最多 200 件')
  moved: MovedCaseDto[];
}

export class CalendarDto {
  @Shown.list(CalendarYearDto)
  years: CalendarYearDto[];

  @Shown.one(MissingYearsDto)
  missing: MissingYearsDto;

  @Shown.list(ReplanningDto, '最近的重算，新的在前')
  replannings: ReplanningDto[];
}

export class CalendarDaysDto {
  @Pattern(/^[01]{365,366}$/, { description: DAYS })
  days: string;

  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class PublishCalendarDto extends ReviewedDto {
  @Text({ min: 4, max: 200, description: '依据的文件，如 国办发明电〔2026〕1号' })
  source: string;
}
