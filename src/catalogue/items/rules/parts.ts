/** 一件事 and its parts, the situation that leads to them, and the conditions they are chosen by. */
import { parseExpression } from '../../../../bpmn/feel/index.js';
import { conditionsOf } from '../../forms/index.js';
import { repeated, rule, where, type ItemRule } from './rule.js';

export const PART_RULES: readonly ItemRule[] = [
  rule('single-with-parts', ({ kind, children = [] }) =>
    where(
      kind === 'single' && children.length > 0,
      '/children',
      '单个事项不能包含子事项。',
      'A single item has no parts.',
    ),
  ),
  rule('matter-without-parts', ({ kind, children = [] }) =>
    where(
      kind === 'one-stop' && children.length === 0,
      '/children',
      '一件事至少要包含一个事项。',
      'A one-stop matter is made of items.',
    ),
  ),
  // What the public applies for, or a county settles for itself, is never out of supervision's figures.
  rule('exercise-for-the-public', ({ exercise, internal, area }) =>
    where(
      exercise === true && (internal !== true || area !== undefined),
      '/exercise',
      '“只用于演练”的事项不计入统计，须是全市的、不在事项列表中出现的事项；请去掉这一项。',
      'What is only for exercises is internal, and of the whole city.',
    ),
  ),
  // A parent case has no limit of its own: each child item keeps its clock.
  rule('matter-with-limit', ({ kind, limits }) =>
    where(
      kind === 'one-stop' && !!limits.statutory,
      '/limits/statutory',
      '一件事没有自己的法定时限，请在各子事项上填写。',
      'A one-stop matter has no statutory limit of its own.',
    ),
  ),
  rule('part-key-repeated', ({ children = [] }) =>
    repeated(children.map(({ key }) => key)).map((key) => ({
      ...{ at: '/children', zh: `子事项编号 ${key} 重复。`, en: `Two parts are called ${key}.` },
    })),
  ),
  rule('condition-unreadable', (item) =>
    conditionsOf(item).flatMap(([at, when]) => {
      const unreadable = when === undefined ? undefined : parseExpression(when);
      return unreadable
        ? [{ at, zh: `${unreadable.message}。`, en: 'The condition is no FEEL expression.' }]
        : [];
    }),
  ),
  rule('question-without-choice', ({ situation = [] }) =>
    situation.flatMap(({ input, options, question }, i) =>
      where(
        !input && options.length < 2,
        `/situation/${i}/options`,
        `问题“${question}”至少要有两个选项。`,
        `“${question}” has fewer than two answers.`,
      ),
    ),
  ),
];
