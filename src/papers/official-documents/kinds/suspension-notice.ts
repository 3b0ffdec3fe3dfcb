import { reasonOf, type DocumentKind } from './kind.js';

/** 中止办理告知书: the case is held up for a reason outside the body's hands. */
export const suspensionNotice: DocumentKind = {
  code: 'suspension-notice',
  name: '中止办理告知书',
  nameInEnglish: 'Notice of suspension',
  draftedBy: ({ act }) => act === 'suspend',
  word: '许中',
  approval: true,
  fields: { reason: '理由' },
  required: ['reason'],
  editable: ['reason'],
  delivered: true,
  template: `# 中止办理告知书
> {{applicant}}：
{{matter}}，因下列原因自{{actOn}}起中止办理：
{{reason}}
中止的原因消除后，恢复办理并告知你（单位）。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
