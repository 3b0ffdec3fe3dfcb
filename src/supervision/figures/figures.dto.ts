import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { GROUPS, STANDING, type Group } from './board.js';
import { METRIC_NAMES, type MetricName } from './metrics.js';
import { STATISTIC_GROUPS, type StatisticGroup } from './statistics.js';

const text = (description: string) => ApiPropertyOptional({ description });

/** What figures are narrowed to. */
export class FilterQuery {
  @ApiPropertyOptional({
    enum: ['territory', 'line'],
    default: 'territory',
    description: '按块（垂管单位不计入区县）或按条（垂管单位计在所在区县）',
  })
  @IsOptional()
  @IsIn(['territory', 'line'])
  by?: 'territory' | 'line';

  @text('区县代码或开发区；vertical = 垂管单位')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  county?: string;

  @text('乡镇街道代码；own = 区县本级')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;

  @text('条线')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  line?: string;

  @text('部门')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  department?: string;

  @text('事项')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  item?: string;

  @text('事项类型')
  @IsOptional()
  @IsString()
  @MaxLength(16)
  type?: string;

  @text('环节')
  @IsOptional()
  @IsString()
  @MaxLength(128)
  step?: string;

  @text('经办人；空 = 待领取')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  handler?: string;
}

/** From when on something is soon, too long, too often. */
export class MomentsQuery {
  @ApiPropertyOptional({ type: 'integer', default: 5, description: '几个工作日内到期' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;

  @ApiPropertyOptional({ type: 'integer', default: 30, description: '停办多少天以上算过久' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  pausedDays?: number;

  @ApiPropertyOptional({ type: 'integer', default: 2, description: '退回补正多少次以上算过多' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  returns?: number;
}

export class BoardQuery extends IntersectionType(FilterQuery, MomentsQuery) {
  @ApiPropertyOptional({ enum: GROUPS, description: '按什么分组；不填为下一级' })
  @IsOptional()
  @IsIn(GROUPS)
  group?: Group;
}

export class CaseListQuery extends IntersectionType(FilterQuery, MomentsQuery) {
  @ApiPropertyOptional({ enum: METRIC_NAMES, default: 'overdue', description: '哪一项指标的办件' })
  @IsOptional()
  @IsIn(METRIC_NAMES)
  metric?: MetricName;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FORMATS = ['csv', 'xlsx'] as const;

export class PeriodQuery {
  @ApiProperty({ description: '起，含当日', example: '2026-01-01' })
  @Matches(DATE)
  from: string;

  @ApiProperty({ description: '止，含当日', example: '2026-12-31' })
  @Matches(DATE)
  to: string;
}

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

export class HeatQuery extends PeriodQuery {
  @ApiProperty()
  @IsString()
  @MaxLength(64)
  process: string;

  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt()
  version: number;
}

export class HeatFileQuery extends HeatQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format: 'csv' | 'xlsx';
}

/** One number for every figure of the board. */
export class FiguresDto {
  [figure: string]: number;
}
for (const figure of [...METRIC_NAMES, ...STANDING])
  ApiProperty({ type: 'integer' })(FiguresDto.prototype, figure);

export class BoardRowDto {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  figures: FiguresDto;
}

export class BoardPlaceDto {
  @ApiProperty({ description: '所在的层级' })
  dimension: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;
}

export class BoardDto {
  @ApiProperty({ enum: GROUPS })
  group: Group;

  @ApiProperty({ type: [BoardPlaceDto], description: '从全市到这里' })
  path: BoardPlaceDto[];

  @ApiProperty({ type: [BoardRowDto] })
  rows: BoardRowDto[];

  @ApiProperty()
  total: FiguresDto;

  @ApiProperty({ description: '这些数字的时刻' })
  at: Date;
}

const nullableDate = () => ApiProperty({ type: String, format: 'date-time', nullable: true });
const nullableText = () => ApiProperty({ type: String, nullable: true });
const nullableNumber = () => ApiProperty({ type: Number, nullable: true });

export class SupervisedCaseDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  stateName: string;

  @ApiProperty()
  regionName: string;

  @ApiProperty({ description: '主办部门' })
  department: string;

  @nullableText()
  step: string | null;

  @nullableText()
  stepDepartment: string | null;

  @nullableText()
  handler: string | null;

  @nullableDate()
  acceptedAt: Date | null;

  @nullableDate()
  statutoryDue: Date | null;

  @nullableDate()
  promisedDue: Date | null;

  @nullableDate()
  stepDue: Date | null;

  @nullableDate()
  pausedAt: Date | null;

  @nullableDate()
  finishedAt: Date | null;

  @ApiProperty({ type: 'integer' })
  returned: number;

  @ApiProperty({ enum: ['red', 'yellow', 'warning', 'green', 'none'], description: '灯：自动' })
  light: string;

  @ApiProperty({ type: [String], description: '牌：已发出、未了结的' })
  cards: string[];
}

export class SupervisedCaseListDto {
  @ApiProperty({ type: [SupervisedCaseDto] })
  items: SupervisedCaseDto[];

  @nullableText()
  next: string | null;
}

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

export class HeatVersionDto {
  @ApiProperty()
  process: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  state: string;

  @ApiProperty({ type: 'integer', description: '在这一版本上的在办件' })
  open: number;
}

export class HeatVersionListDto {
  @ApiProperty({ type: [HeatVersionDto] })
  items: HeatVersionDto[];
}

export class HeatElementDto {
  @ApiProperty()
  element: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  count: number;

  @nullableNumber()
  medianHours: number | null;

  @nullableNumber()
  p90Hours: number | null;

  @ApiProperty({ type: 'integer' })
  late: number;
}

export class HeatDto {
  @ApiProperty()
  xml: string;

  @ApiProperty({ type: [HeatElementDto] })
  elements: HeatElementDto[];
}

export class UnitDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @nullableText()
  line: string | null;

  @ApiProperty()
  level: string;

  @ApiProperty()
  vertical: boolean;

  @nullableText()
  county: string | null;
}

export class UnitListDto {
  @ApiProperty({ type: [UnitDto] })
  items: UnitDto[];
}
