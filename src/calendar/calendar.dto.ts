import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';

const DAYS = '从 1 月 1 日起每天一个字符：1 = 工作日，0 = 休息日';

export class CalendarVersionDto {
  @ApiProperty()
  version: number;

  @ApiProperty({ description: '依据的文件' })
  source: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: Date;

  @ApiProperty({ type: String, nullable: true, description: '谁发布的；null = 平台自带' })
  publishedBy: string | null;
}

export class CalendarDraftDto {
  @ApiProperty({ description: DAYS })
  days: string;

  @ApiProperty()
  editedBy: string;

  @ApiProperty({ format: 'date-time' })
  editedAt: Date;
}

export class CalendarYearDto {
  @ApiProperty()
  year: number;

  @ApiProperty({ type: Number, nullable: true, description: '已发布的版本；null = 没有数据' })
  version: number | null;

  @ApiProperty({ type: String, nullable: true, description: DAYS })
  days: string | null;

  @ApiProperty({ type: [CalendarVersionDto], description: '历次发布，新的在前' })
  versions: CalendarVersionDto[];

  @ApiProperty({ type: CalendarDraftDto, nullable: true })
  draft: CalendarDraftDto | null;

  @ApiProperty({ type: String, nullable: true, description: '上一版，用来看出改了哪些天' })
  previousDays: string | null;
}

export class MissingYearsDto {
  @ApiProperty({ type: [Number], description: '办件需要而没有工作日历的年份' })
  years: number[];

  @ApiProperty({ description: '时限待日历的办件数' })
  pendingCases: number;
}

export class ReplanningDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  year: number;

  @ApiProperty()
  version: number;

  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty({ description: '重算时限的在办件数' })
  cases: number;

  @ApiProperty({ description: '提前到期的' })
  earlier: number;

  @ApiProperty({ description: '推后到期的' })
  later: number;

  @ApiProperty({ description: '原来待日历、现在有了日期的' })
  becameKnown: number;

  @ApiProperty({ description: '仍待日历的' })
  pending: number;

  @ApiProperty({ description: '重算用时，毫秒' })
  milliseconds: number;

  @ApiProperty({ description: '要通知流程的办件数' })
  toTell: number;

  @ApiProperty({ description: '已经通知的' })
  told: number;
}

export class CalendarDto {
  @ApiProperty({ type: [CalendarYearDto] })
  years: CalendarYearDto[];

  @ApiProperty({ type: MissingYearsDto })
  missing: MissingYearsDto;

  @ApiProperty({ type: [ReplanningDto], description: '最近的重算，新的在前' })
  replannings: ReplanningDto[];
}

export class CalendarDaysDto {
  @ApiProperty({ description: DAYS })
  @Matches(/^[01]{365,366}$/)
  days: string;
}

export class PublishCalendarDto {
  @ApiProperty({ description: '依据的文件，如 国办发明电〔2026〕1号' })
  @IsString()
  @MinLength(4)
  @MaxLength(200)
  source: string;
}
