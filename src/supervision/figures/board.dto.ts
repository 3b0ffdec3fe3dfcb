import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { GROUPS, STANDING, type Group } from './board.js';
import { METRIC_NAMES, type MetricName } from './metrics.js';
import { FilterQuery, MomentsQuery } from './query.dto.js';

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
