import { reasonOf, type DocumentKind } from './kind.js';

/** 终止办理告知书: the body ends a case that is not decided, with reasons and remedies. */
export const terminationNotice: DocumentKind = {
  code: 'termination-notice',
  name: '终止办理告知书',
  nameInEnglish: 'Notice of termination',
  draftedBy: ({ act }) => act === 'terminate',
  word: '许终',
  approval: true,
  fields: { reason: '理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 终止办理告知书
> {{applicant}}：
{{matter}}，因下列原因不能继续办理：
{{reason}}
{{under}}本机关决定自{{actOn}}起终止办理。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
