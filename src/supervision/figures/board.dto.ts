import { IntersectionType, OmitType } from '@nestjs/swagger';
import { GROUPS, STANDING, type Group } from './board.js';
import { LIMITS, type LimitName } from './case-list.js';
import { METRIC_NAMES, type MetricName } from './metrics.js';
import { FilterQuery, FORMATS, MomentsQuery } from './query.dto.js';
import { FoundByQuery } from '../found-by.js';
import { Cursor, OneOf, Shown, Text } from '../../platform/http/index.js';

export class BoardQuery extends IntersectionType(FilterQuery, MomentsQuery) {
  @OneOf(GROUPS, { optional: true, description: '按什么分组；不填为下一级' })
  group?: Group;
}

export class CaseListQuery extends IntersectionType(FilterQuery, MomentsQuery, FoundByQuery) {
  @OneOf(METRIC_NAMES, { optional: true, default: 'overdue', description: '哪一项指标的办件' })
  metric?: MetricName;

  @Cursor()
  cursor?: string;
}

export class CaseListFileQuery extends OmitType(CaseListQuery, ['cursor']) {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

/** Whom the caller supervises. */
export class SupervisedScopeDto {
  @Shown.text({ nullable: true, description: '监督的区域：全市、区县、开发区或镇街；空 = 没有' })
  place: string | null;

  @Shown.text({ nullable: true, description: '监督的条线；空 = 区域内全部' })
  line: string | null;
}

/** One number for every figure of the board. */
export class FiguresDto {
  [figure: string]: number;
}

for (const figure of [...METRIC_NAMES, ...STANDING])
  Shown.whole()(FiguresDto.prototype, figure as string);

export class BoardRowDto {
  @Shown.text()
  key: string;

  @Shown.text()
  name: string;

  @Shown.one(FiguresDto)
  figures: FiguresDto;
}

export class BoardPlaceDto {
  @Shown.text('所在的层级')
  dimension: string;

  @Shown.text()
  key: string;

  @Shown.text()
  name: string;
}

export class BoardDto {
  @Shown.oneOf(GROUPS)
  group: Group;

  @Shown.list(BoardPlaceDto, '从全市到这里')
  path: BoardPlaceDto[];

  @Shown.list(BoardRowDto)
  rows: BoardRowDto[];

  @Shown.one(FiguresDto)
  total: FiguresDto;

  @Shown.instant('这些数字的时刻')
  at: Date;
}
export class SupervisedCaseDto {
  @Shown.text()
  number: string;

  @Shown.text()
  itemName: string;

  @Shown.text({ nullable: true })
  applicantName: string | null;

  @Shown.text()
  state: string;

  @Shown.text()
  stateName: string;

  @Shown.text()
  regionName: string;

  @Shown.text('主办部门')
  department: string;

  @Shown.text({ nullable: true })
  step: string | null;

  @Shown.text({ nullable: true })
  stepDepartment: string | null;

  @Shown.text({ nullable: true })
  handler: string | null;

  @Shown.instant()
  submittedAt: Date;

  @Shown.oneOf(LIMITS, { nullable: true, description: '按哪个期限；空 = 没有在走的期限' })
  limit: LimitName | null;

  @Shown.instant({ nullable: true, description: '这个期限到何时' })
  limitDue: Date | null;

  @Shown.instant({ nullable: true })
  acceptedAt: Date | null;

  @Shown.instant({ nullable: true })
  statutoryDue: Date | null;

  @Shown.instant({ nullable: true })
  promisedDue: Date | null;

  @Shown.instant({ nullable: true })
  stepDue: Date | null;

  @Shown.instant({ nullable: true })
  pausedAt: Date | null;

  @Shown.instant({ nullable: true })
  finishedAt: Date | null;

  @Shown.whole()
  returned: number;

  @Shown.oneOf(['red', 'yellow', 'warning', 'green', 'none'], '灯：自动')
  light: 'red' | 'yellow' | 'warning' | 'green' | 'none';

  @Shown.flag('有未排除的异常')
  incident: boolean;

  @Shown.texts('牌：已发出、未了结的')
  cards: string[];
}

export class SupervisedCaseListDto {
  @Shown.list(SupervisedCaseDto)
  items: SupervisedCaseDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class UnitDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  line: string | null;

  @Shown.text()
  level: string;

  @Shown.flag()
  vertical: boolean;

  @Shown.text({ nullable: true })
  county: string | null;
}

export class UnitQuery {
  @Text({ max: 40, optional: true, description: '名称中的字' })
  q?: string;
}

export class UnitListDto {
  @Shown.list(UnitDto)
  items: UnitDto[];
}
