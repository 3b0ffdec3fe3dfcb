import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FilterQuery, FORMATS, PeriodQuery } from './query.dto.js';
import { STATISTIC_GROUPS, type StatisticGroup } from './statistics.js';

export class StatisticsQuery extends IntersectionType(FilterQuery, PeriodQuery) {
  @ApiPropertyOptional({ enum: STATISTIC_GROUPS, default: 'county' })
  @IsOptional()
  @IsIn(STATISTIC_GROUPS)
  group?: StatisticGroup;
}

export class StatisticsFileQuery extends StatisticsQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format: 'csv' | 'xlsx';
}

export class LeagueQuery extends IntersectionType(FilterQuery, PeriodQuery) {
  @ApiPropertyOptional({ enum: ['county', 'line', 'department'], default: 'department' })
  @IsOptional()
  @IsIn(['county', 'line', 'department'])
  group?: 'county' | 'line' | 'department';
}

export class LeagueFileQuery extends LeagueQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format: 'csv' | 'xlsx';
}

const nullableNumber = () => ApiProperty({ type: Number, nullable: true });

export class MeasuresDto {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  @nullableNumber()
  accepted: number | null;

  @nullableNumber()
  granted: number | null;

  @nullableNumber()
  refused: number | null;

  @nullableNumber()
  refusedAcceptance: number | null;

  @nullableNumber()
  returned: number | null;

  @nullableNumber()
  lateEntry: number | null;

  @nullableNumber()
  statutoryRate: number | null;

  @nullableNumber()
  promisedRate: number | null;

  @nullableNumber()
  statutoryDays: number | null;

  @nullableNumber()
  promisedDays: number | null;

  @nullableNumber()
  actualDays: number | null;

  @nullableNumber()
  promisedCompression: number | null;

  @nullableNumber()
  actualCompression: number | null;

  @nullableNumber()
  firstTimeRate: number | null;

  @nullableNumber()
  hours: number | null;

  @nullableNumber()
  stepRate: number | null;
}

export class StatisticsDto {
  @ApiProperty({ enum: STATISTIC_GROUPS })
  group: StatisticGroup;

  @ApiProperty({ type: [MeasuresDto] })
  rows: MeasuresDto[];

  @ApiProperty({ type: MeasuresDto })
  total: MeasuresDto;
}

export class LeagueRowDto extends MeasuresDto {
  @ApiProperty({ type: 'integer' })
  rank: number;

  @ApiProperty()
  score: number;

  @ApiProperty({ type: 'integer' })
  warningCards: number;

  @ApiProperty({ type: 'integer' })
  yellowCards: number;

  @ApiProperty({ type: 'integer' })
  redCards: number;
}

export class LeagueDto {
  @ApiProperty({ type: [LeagueRowDto] })
  rows: LeagueRowDto[];
}
