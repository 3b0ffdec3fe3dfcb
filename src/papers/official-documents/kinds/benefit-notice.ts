import { BENEFITS } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/** 给付告知书: a benefit is granted. */
export const benefitNotice: DocumentKind = {
  code: 'benefit-notice',
  name: '给付告知书',
  nameInEnglish: 'Notice of benefit',
  draftedBy: ({ toState, fromState }) => toState === 'granted' && fromState !== 'granted',
  itemTypes: BENEFITS,
  word: '给',
  approval: true,
  fields: { reason: '理由' },
  required: [],
  editable: ['reason'],
  delivered: true,
  template: `# 给付告知书
> {{applicant}}：
{{matter}}，经审核，符合给付条件，本机关决定予以给付。
? 理由：{{reason}}
? 依据：{{law}}
给付自决定的次月起按月发放至申请时登记的账户。情况发生变化的，请及时告知。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
