/** 设定依据: what an item of each nature may rest on, and whose it is. */
import { itemTypeName } from '../../../../workflows/item-types/index.js';
import type { LegalBasis } from '../definition/index.js';
import { rule, where, type ItemRule } from './rule.js';

/** 行政许可法 14–17, 行政处罚法 10–16, 行政强制法 10. */
const NEEDS_LAW = ['行政许可', '行政处罚', '行政强制'];

/** What a city may set items by. */
const OF_THE_CITY: readonly LegalBasis['rank'][] = [
  'local-regulation',
  'government-rule',
  'normative-document',
];

export const BASIS_RULES: readonly ItemRule[] = [
  rule('no-basis', ({ internal, kind, legalBasis }) =>
    where(
      !internal && kind === 'single' && legalBasis.length === 0,
      '/legalBasis',
      '请写明设定依据：法律、法规、规章或规范性文件的名称和条款。',
      'Say on what the item rests.',
    ),
  ),
  rule('city-set-without-city-basis', ({ setBy, legalBasis }) =>
    where(
      setBy === 'city' && !legalBasis.some(({ rank }) => OF_THE_CITY.includes(rank)),
      '/legalBasis',
      '市级设定的事项应当有地方性法规、政府规章或者规范性文件作为依据。',
      'What the city sets rests on a local regulation, a rule or a normative document.',
    ),
  ),
  rule('normative-document-founds-power', ({ type, legalBasis }) =>
    where(
      NEEDS_LAW.includes(itemTypeName(type)) &&
        legalBasis.length > 0 &&
        legalBasis.every(({ rank }) => rank === 'normative-document'),
      '/legalBasis',
      `规范性文件不得设定${itemTypeName(type)}；请写明法律、法规或规章，或改事项类型。`,
      'A normative document founds no permit, penalty or coercion.',
    ),
  ),
  rule('joint-department-leads', ({ lead, joint = [] }) =>
    joint.flatMap(({ line, level }, i) =>
      where(
        line === lead.line && level === lead.level,
        `/joint/${i}`,
        '联合办理的事项列在牵头部门之下，牵头部门不再列为配合部门。',
        'The department that leads is not listed as a joint one.',
      ),
    ),
  ),
];
