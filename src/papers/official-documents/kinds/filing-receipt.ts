import { textOf, type DocumentKind } from './kind.js';

/** 备案回执: what a filing ends in. A diagram asks for it. */
export const filingReceipt: DocumentKind = {
  code: 'filing-receipt',
  name: '备案回执',
  nameInEnglish: 'Receipt of filing',
  draftedBy: () => false,
  word: '备',
  approval: false,
  fields: { remark: '备注' },
  required: [],
  editable: [],
  delivered: true,
  template: `# 备案回执
> {{applicant}}：
你（单位）于{{submittedOn}}提交的“{{item}}”备案材料（办件编号{{caseNumber}}）收悉，经核对符合要求，予以备案。
? 备注：{{remark}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ remark: textOf(source, 'remark') }),
};
