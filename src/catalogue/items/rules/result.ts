/** 办理结果: of a kind that is known, and with a sample of what one gets. */
import { rule, where, type ItemRule } from './rule.js';

export const RESULT_RULES: readonly ItemRule[] = [
  // 证照 are of a kind that the licence store knows.
  rule('licence-of-no-kind', ({ result }) =>
    where(
      result.kind === 'licence' && !result.licenceType,
      '/result/licenceType',
      '办理结果是证照的，请填写证照种类。',
      'A licence is of a kind that the licence store knows.',
    ),
  ),
  rule('result-without-sample', ({ result, internal, kind }) =>
    where(
      !internal && kind === 'single' && result.kind !== 'none' && !result.sample,
      '/result/sample',
      '有办理结果的，请提供结果样本。',
      'Show a sample of the result.',
    ),
  ),
  rule('no-result-but-sample', ({ result }) =>
    where(
      result.kind === 'none' && !!result.sample,
      '/result/sample',
      '没有办理结果的事项不应有结果样本。',
      'There is a sample of no result.',
    ),
  ),
];
