import { reasonOf, textOf, type DocumentKind } from './kind.js';

/** 注销决定书 (行政许可法 70): a licence ends, at its holder's wish or because its ground is gone. Made with the licence's end. */
export const cancellationDecision: DocumentKind = {
  code: 'cancellation-decision',
  name: '注销决定书',
  nameInEnglish: 'Decision to cancel',
  draftedBy: ({ act }) => act === 'licence-cancelled',
  word: '许注',
  approval: true,
  fields: { reason: '理由', remedies: '救济途径', licence: '注销的证照' },
  required: ['reason', 'remedies', 'licence'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 注销决定书
> {{applicant}}：
{{matter}}，{{examined}}，有下列情形：
{{reason}}
{{under}}本机关决定注销{{licence}}，自{{actOn}}起不再有效。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source), licence: textOf(source, 'licence') }),
};
