import { reasonOf, type DocumentKind } from './kind.js';

/** 退件告知书: papers go back, such as when what was promised in 容缺 did not come. */
export const returnNotice: DocumentKind = {
  code: 'return-notice',
  name: '退件告知书',
  nameInEnglish: 'Notice of return',
  draftedBy: ({ toState, fromState }) => toState === 'returned' && fromState !== 'returned',
  word: '许退',
  approval: true,
  fields: { reason: '理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 退件告知书
> {{applicant}}：
{{matter}}，因下列原因退回：
{{reason}}
所提交的材料一并退回。情形消除后，可以重新提出。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
