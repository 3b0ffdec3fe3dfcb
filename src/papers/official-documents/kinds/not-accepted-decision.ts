import { reasonOf, type DocumentKind } from './kind.js';

/** 不予受理决定书 (行政许可法 32(1)(1)(2), 32(2)): dated, sealed, with reasons and remedies. */
export const notAcceptedDecision: DocumentKind = {
  code: 'not-accepted-decision',
  name: '不予受理决定书',
  nameInEnglish: 'Decision not to accept',
  draftedBy: ({ toState, fromState }) => toState === 'rejected' && fromState !== 'rejected',
  word: '许不受',
  approval: true,
  fields: { reason: '不予受理的理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 不予受理决定书
> {{applicant}}：
{{matter}}，{{examined}}，存在下列情形：
{{reason}}
{{under}}本机关决定不予受理。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
