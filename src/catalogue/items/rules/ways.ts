/** 容缺受理: only for materials the item marks, and not for what is decided at once. */
import { rule, where, type ItemRule } from './rule.js';

export const WAY_RULES: readonly ItemRule[] = [
  rule('gaps-at-once', ({ caseKind, ways }) =>
    where(
      caseKind === 'immediate' && !!ways?.gaps,
      '/ways/gaps',
      '即办件当场办结，不适用容缺受理。',
      'What is decided at once leaves nothing to follow.',
    ),
  ),
  // 清单之外不得容缺.
  rule('gaps-without-material', ({ ways, materials }) =>
    where(
      !!ways?.gaps && !materials.some(({ need }) => need === 'deferrable'),
      '/ways/gaps',
      '容缺受理的事项至少要有一种可以容缺后补的材料。',
      'Some material must be marked as one that may follow.',
    ),
  ),
];
