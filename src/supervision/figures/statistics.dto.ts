import { IntersectionType, OmitType } from '@nestjs/swagger';
import { FilterQuery, FORMATS, PeriodQuery } from './query.dto.js';
import { STATISTIC_GROUPS, type StatisticGroup } from './statistics.js';
import { SPANS, type Span } from './trends.js';
import { OneOf, Shown } from '../../platform/http/index.js';

export class StatisticsQuery extends IntersectionType(FilterQuery, PeriodQuery) {
  @OneOf(STATISTIC_GROUPS, { optional: true, default: 'county' })
  group?: StatisticGroup;
}

export class StatisticsFileQuery extends StatisticsQuery {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class LeagueQuery extends IntersectionType(FilterQuery, PeriodQuery) {
  @OneOf(['county', 'line', 'department'], { optional: true, default: 'department' })
  group?: 'county' | 'line' | 'department';
}

export class LeagueFileQuery extends LeagueQuery {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class MeasuresDto {
  @Shown.text()
  key: string;

  @Shown.text()
  name: string;

  @Shown.whole()
  count: number;

  @Shown.number({ nullable: true })
  accepted: number | null;

  @Shown.number({ nullable: true })
  granted: number | null;

  @Shown.number({ nullable: true })
  refused: number | null;

  @Shown.number({ nullable: true })
  refusedAcceptance: number | null;

  @Shown.number({ nullable: true })
  returned: number | null;

  @Shown.number({ nullable: true })
  lateEntry: number | null;

  @Shown.number({ nullable: true })
  statutoryRate: number | null;

  @Shown.number({ nullable: true })
  promisedRate: number | null;

  @Shown.number({ nullable: true })
  statutoryDays: number | null;

  @Shown.number({ nullable: true })
  promisedDays: number | null;

  @Shown.number({ nullable: true })
  actualDays: number | null;

  @Shown.number({ nullable: true })
  promisedCompression: number | null;

  @Shown.number({ nullable: true })
  actualCompression: number | null;

  @Shown.number({ nullable: true })
  firstTimeRate: number | null;

  @Shown.number({ nullable: true })
  hours: number | null;

  @Shown.number({ nullable: true })
  stepRate: number | null;
}

export class StatisticsDto {
  @Shown.oneOf(STATISTIC_GROUPS)
  group: StatisticGroup;

  @Shown.list(MeasuresDto)
  rows: MeasuresDto[];

  @Shown.one(MeasuresDto)
  total: MeasuresDto;
}

export class TrendQuery extends FilterQuery {
  @OneOf(SPANS, { optional: true, default: 'month', description: '按月、按季、按年' })
  span?: Span;
}

class TrendMeasuresDto extends OmitType(MeasuresDto, ['key', 'name']) {}

export class TrendPeriodDto {
  @Shown.text('起，含当日')
  from: string;

  @Shown.text('止，含当日')
  to: string;

  @Shown.flag('还没有结束，不作比较')
  running: boolean;

  @Shown.one(TrendMeasuresDto)
  measures: TrendMeasuresDto;

  @Shown.one(TrendMeasuresDto, { nullable: true, description: '上一期；空 = 没有办结件' })
  before: TrendMeasuresDto | null;
}

export class TrendDto {
  @Shown.list(TrendPeriodDto, '从早到晚')
  periods: TrendPeriodDto[];
}

export class LeagueRowDto extends MeasuresDto {
  @Shown.whole({ nullable: true, description: '空 = 不参加排名' })
  rank: number | null;

  @Shown.oneOf(['few', 'nothing'], {
    nullable: true,
    description: '不参加排名：办结太少、没有可以考核的',
  })
  apart: 'few' | 'nothing' | null;

  @Shown.number({ nullable: true })
  score: number | null;

  @Shown.whole()
  warningCards: number;

  @Shown.whole()
  yellowCards: number;

  @Shown.whole()
  redCards: number;
}

export class LeagueDto {
  @Shown.whole('参加排名至少办结几件')
  least: number;

  @Shown.list(LeagueRowDto)
  rows: LeagueRowDto[];
}
