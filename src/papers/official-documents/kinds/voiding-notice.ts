import { reasonOf, type DocumentKind } from './kind.js';

/** 作废告知书: a case that has ended is void, and with it its papers and licences. */
export const voidingNotice: DocumentKind = {
  code: 'voiding-notice',
  name: '作废告知书',
  nameInEnglish: 'Notice of voiding',
  draftedBy: ({ act }) => act === 'void',
  word: '许废',
  approval: true,
  fields: { reason: '理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 作废告知书
> {{applicant}}：
{{matter}}，因下列原因作废：
{{reason}}
本办件出具的文书和证照自{{actOn}}起作废。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
