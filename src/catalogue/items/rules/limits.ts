/** 时限: promised within statutory, 即办 ⇔ 即办件. */
import type { ItemRule } from './rule.js';
import { rule, where } from './rule.js';

export const LIMIT_RULES: readonly ItemRule[] = [
  rule('promised-in-other-days', ({ limits: { statutory, promised } }) =>
    where(
      !!statutory && !!promised && statutory.unit !== promised.unit,
      '/limits/promised',
      '承诺时限与法定时限的单位不同，请统一为工作日或自然日。',
      'The promised limit counts other days than the statutory one.',
    ),
  ),
  rule('promised-over-statutory', ({ limits: { statutory, promised } }) =>
    where(
      !!statutory && statutory.unit === promised?.unit && promised.days > statutory.days,
      '/limits/promised',
      '承诺时限超过法定时限，请缩短。',
      'The promised limit is longer than the statutory one.',
    ),
  ),
  rule('immediate-takes-days', ({ caseKind, limits: { promised } }) =>
    where(
      caseKind === 'immediate' && (!promised || promised.days > 1),
      '/limits/promised',
      '即办件的承诺时限不超过一个工作日。',
      'What is decided at once is promised within a working day.',
    ),
  ),
  rule('at-once-but-not-immediate', ({ kind, caseKind, limits: { promised } }) =>
    where(
      kind === 'single' && caseKind !== 'immediate' && promised?.days === 0,
      '/caseKind',
      '承诺当场办结的是即办件，请改办件类型，或写明承诺时限。',
      'What is promised at once is an immediate case.',
    ),
  ),
];
