import { PUBLIC_SERVICES } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/**
 * 不予办理告知书: a public service (公共服务) exercises no administrative power, so its refusal is no
 * decision under 行政许可法 38(2); the applicant is told why all the same, and whom to turn to: that a
 * body of government does not do what it must can be reconsidered too (行政复议法 11(11), (15)).
 */
export const serviceRefusalNotice: DocumentKind = {
  code: 'service-refusal-notice',
  name: '不予办理告知书',
  nameInEnglish: 'Notice of refusal of a public service',
  draftedBy: ({ toState, fromState }) => toState === 'refused' && fromState !== 'refused',
  itemTypes: PUBLIC_SERVICES,
  word: '服不办',
  approval: true,
  fields: { reason: '不予办理的事实和理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 不予办理告知书
> {{applicant}}：
{{matter}}，经核对，不符合办理条件，事实和理由如下：
{{reason}}
? 办理依据：{{law}}
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
