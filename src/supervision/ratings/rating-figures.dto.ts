import { IntersectionType, OmitType } from '@nestjs/swagger';
import { LEVELS, type RatingLevel } from '../../handling/index.js';
import { Cursor, Flag, OneOf, Shown } from '../../platform/http/index.js';
import { FilterQuery, FORMATS, PeriodQuery } from '../figures/query.dto.js';
import { FoundByQuery } from '../found-by.js';
import { RATING_GROUPS, type RatingGroup } from './figures.js';

export class RatingFiguresQuery extends IntersectionType(FilterQuery, PeriodQuery) {
  @OneOf(RATING_GROUPS, { optional: true, default: 'department' })
  group?: RatingGroup;
}

class LevelCountsDto implements Record<RatingLevel, number> {
  @Shown.whole('非常满意')
  'very-satisfied': number;

  @Shown.whole('满意')
  satisfied: number;

  @Shown.whole('基本满意')
  'basically-satisfied': number;

  @Shown.whole('不满意')
  dissatisfied: number;

  @Shown.whole('非常不满意')
  'very-dissatisfied': number;
}

class RatedRowDto {
  @Shown.text('按窗口时，空 = 没有经过窗口')
  key: string;

  @Shown.text()
  name: string;

  @Shown.whole('评价件数；没有评价的不算')
  count: number;

  @Shown.one(LevelCountsDto)
  levels: LevelCountsDto;

  @Shown.whole('差评：不满意、非常不满意')
  bad: number;

  @Shown.number({ nullable: true, description: '差评占评价的份额，0 到 1' })
  badShare: number | null;

  @Shown.whole('差评已答复的')
  answered: number;

  @Shown.whole('差评的联系、答复或者回访超过期限的')
  late: number;

  @Shown.whole('回访时仍不认可的')
  discontent: number;
}

export class RatingFiguresDto {
  @Shown.oneOf(RATING_GROUPS)
  group: RatingGroup;

  @Shown.list(RatedRowDto, '差评份额大的在前')
  rows: RatedRowDto[];

  @Shown.one(RatedRowDto)
  total: RatedRowDto;
}

export class RatingsQuery extends IntersectionType(FilterQuery, FoundByQuery) {
  @Flag({ inQuery: true, optional: true, description: '只看本单位的' })
  own?: boolean;

  @Flag({ inQuery: true, optional: true, description: '只看差评' })
  bad?: boolean;

  @Cursor()
  cursor?: string;
}

export class RatingFileQuery extends OmitType(RatingsQuery, ['cursor']) {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class RatedCaseDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text('牵头办理的部门')
  department: string;

  @Shown.text({ nullable: true, description: '最后服务的窗口；空 = 没有经过窗口' })
  window: string | null;

  @Shown.oneOf(LEVELS)
  level: RatingLevel;

  @Shown.text({ nullable: true, description: '评价人的话，证件号码等已遮盖' })
  comment: string | null;

  @Shown.instant()
  ratedAt: Date;

  @Shown.text({ nullable: true, description: '对差评的答复' })
  answer: string | null;

  @Shown.instant({ nullable: true })
  answeredAt: Date | null;

  @Shown.text({ nullable: true, description: '差评现在办到哪一步；空 = 好评，或者已办完' })
  stage: string | null;

  @Shown.instant({ nullable: true, description: '这一步的期限' })
  dueAt: Date | null;
}

export class RatedCaseListDto {
  @Shown.list(RatedCaseDto)
  items: RatedCaseDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
