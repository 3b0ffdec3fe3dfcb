import type { CityLevel } from '../../../../bpmn/model/vocabulary.js';
import { CITY_LEVELS } from '../../../../bpmn/model/vocabulary.js';
import { ItemCode, ListOf, OneOf, Pattern, Plain, Text } from '../../../platform/http/index.js';
import { Condition, Line, Slug } from './words.js';

/** Letter by which the diagram and materials call a part of 一件事. */
export const CHILD_KEY = /^[A-Z][A-Z0-9]{0,7}$/;

/** The department that leads: its 条 and 块. */
export class Lead {
  @Slug('条线')
  line: string;

  @OneOf(CITY_LEVELS, { description: '层级' })
  level: CityLevel;
}

/** 联合办理: takes part under the department that leads. */
export class JointDepartment extends Lead {}

export class ItemChild {
  @Pattern(CHILD_KEY, { description: '在一件事中的编号：A、B …' })
  key: string;

  @ItemCode({ description: '事项编码' })
  item: string;

  @Line('事项名称')
  name: string;

  @Condition('什么情形下要办')
  when: string;
}

export class SituationOption {
  @Plain({ max: 100, description: '值' })
  value: string | boolean | number;

  @Line('选项')
  label: string;
}

/** 情形引导. */
export class SituationQuestion {
  @Text({ min: 1, max: 64, description: '答案在申请表中的字段' })
  id: string;

  @Line('问题')
  question: string;

  @Text({ optional: true, max: 500, description: '怎样回答' })
  hint?: string;

  @OneOf(['number'], { optional: true, description: '填写而不是选择' })
  input?: 'number';

  @ListOf(SituationOption, { most: 50, description: '选项' })
  options: SituationOption[];
}
