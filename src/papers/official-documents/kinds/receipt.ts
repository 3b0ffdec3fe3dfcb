import { textOf, type DocumentKind } from './kind.js';

/** 收件凭证: a window took papers in. Not acceptance: only the deciding body accepts, and only its law says within what time. */
export const receipt: DocumentKind = {
  code: 'receipt',
  name: '收件凭证',
  nameInEnglish: 'Receipt',
  draftedBy: ({ act, toState }) => act === 'collect' && toState === 'collected',
  word: null,
  approval: false,
  fields: { materials: '收到的材料（清单）', copies: '纸质材料份数', remark: '备注' },
  required: ['materials'],
  editable: [],
  delivered: false,
  template: `# 收件凭证
> {{applicant}}：
你（单位）于{{submittedOn}}提出的“{{item}}”申请，本窗口于{{actOn}}收到下列材料：
{{materials}}
? 其中纸质材料{{copies}}份。
? 备注：{{remark}}
本凭证只证明收到材料，不代表受理。
? 是否受理，由有权决定的机关自收到材料之日起{{acceptWithin}}内书面告知。
? {{silence}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({
    materials: source.handedIn.length > 0 ? source.handedIn : ['申请表'],
    copies: textOf(source, 'paperCopies'),
    remark: textOf(source, 'remark'),
  }),
};
