/** What the applicant thought of how the case was handled, and what the department did about it. */
import { Shown } from '../../platform/http/index.js';
import { LEVELS, type RatingLevel } from './levels.js';
import { STAGE_NAMES, type StageName } from './mending.js';

class RatingStageDto {
  @Shown.oneOf(STAGE_NAMES, '联系核实、整改答复、回访')
  stage: StageName;

  @Shown.text()
  name: string;

  @Shown.day({ nullable: true, description: '期限；日历没有数据时为空' })
  dueOn: string | null;

  @Shown.day({ nullable: true })
  doneOn: string | null;

  @Shown.text({ nullable: true, description: '结果' })
  outcome: string | null;

  @Shown.text({ nullable: true, description: '答复的原文；联系和回访的记录只有工作人员可见' })
  text: string | null;
}

export class RatingDto {
  @Shown.oneOf(LEVELS)
  level: RatingLevel;

  @Shown.text({ nullable: true, description: '评价人的话' })
  comment: string | null;

  @Shown.day()
  ratedOn: string;

  @Shown.list(RatingStageDto, '差评的处理，按先后；好评没有')
  stages: RatingStageDto[];
}
