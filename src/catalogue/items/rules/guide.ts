/** 办事指南: what an applicant must be able to rely on. */
import { itemType } from '../../../../workflows/item-types/index.js';
import { rule, where, type ItemRule } from './rule.js';

/** 全程网办 = decided and delivered without coming (4 办理 of GB/T 39046's depth is 5). */
const HANDLED_ONLINE = 5;

export const GUIDE_RULES: readonly ItemRule[] = [
  rule('no-questions', ({ guide: { faq = [] }, type }) => {
    const known = itemType(type);
    return where(
      !!known?.needsQuestions && faq.length === 0,
      '/guide/faq',
      `${known?.name}事项至少要有一个常见问题。`,
      'A permit has at least one frequent question.',
    );
  }),
  rule('one-line-for-both', ({ guide: { phone, complaints } }) =>
    where(
      !!phone && phone === complaints,
      '/guide/complaints',
      '咨询电话与投诉电话不能相同。',
      'Advice and complaints have different numbers.',
    ),
  ),
  rule('visits-without-reason', ({ guide: { visits = 0, visitsReason } }) =>
    where(
      visits > 0 && !visitsReason,
      '/guide/visitsReason',
      '需要到现场的，请写明必须到现场的原因。',
      'Say why the applicant must come.',
    ),
  ),
  rule('online-but-visits', ({ guide: { fullyOnline, visits } }) =>
    where(
      fullyOnline === true && visits !== 0,
      '/guide/visits',
      '全程网办的事项到现场次数应为 0。',
      'What is handled online from end to end takes no visit.',
    ),
  ),
  rule('online-but-shallow', ({ guide: { fullyOnline, onlineDepth } }) =>
    where(
      fullyOnline === true && onlineDepth !== undefined && onlineDepth < HANDLED_ONLINE,
      '/guide/onlineDepth',
      '全程网办的事项，网办深度应当达到“办理”（5）以上。',
      'What is handled online from end to end has a depth of 5 at least.',
    ),
  ),
  rule(
    'guide-incomplete',
    ({ internal, guide }) =>
      (['phone', 'complaints', 'hours', 'address'] as const).flatMap((field) =>
        where(
          !internal && !guide[field],
          `/guide/${field}`,
          `办事指南还没有${NAMES[field]}。`,
          `The guide does not say ${field}.`,
        ),
      ),
    'warning',
  ),
];

const NAMES = { phone: '咨询电话', complaints: '投诉电话', hours: '办理时间', address: '办理地点' };
