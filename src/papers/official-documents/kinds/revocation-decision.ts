import { reasonOf, textOf, type DocumentKind } from './kind.js';

/** 撤销决定书 (行政许可法 69): what was granted on a false ground is taken back, with reasons and remedies. Made with the licence's end, in the case that granted it. */
export const revocationDecision: DocumentKind = {
  code: 'revocation-decision',
  name: '撤销决定书',
  nameInEnglish: 'Decision to revoke',
  draftedBy: ({ act }) => act === 'licence-revoked',
  word: '许撤',
  approval: true,
  fields: { reason: '理由', remedies: '救济途径', licence: '据以颁发的证照，没有的为空' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# 撤销决定书
> {{applicant}}：
{{matter}}，本机关曾决定{{grants}}。现查明下列事实：
{{reason}}
{{under}}本机关决定撤销该决定。
? 据以颁发的{{licence}}同时失效，应当交回。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source), licence: textOf(source, 'licence') }),
};
