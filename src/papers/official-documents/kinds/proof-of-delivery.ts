import { textOf, listOf, type DocumentKind } from './kind.js';

/** 送达回证: which documents reached whom, how and when (行政许可法 44). Made by a delivery. */
export const proofOfDelivery: DocumentKind = {
  code: 'proof-of-delivery',
  name: '送达回证',
  nameInEnglish: 'Proof of delivery',
  draftedBy: ({ act }) => act === 'document-delivered',
  word: null,
  approval: false,
  fields: {
    documents: '送达的文书（清单）',
    way: '送达方式',
    receiver: '受送达人',
    deliveredAt: '送达时间',
    trackingNumber: '邮寄单号',
  },
  required: ['documents', 'way', 'receiver', 'deliveredAt'],
  editable: [],
  delivered: false,
  template: `# 送达回证
> 办件编号：{{caseNumber}}
> 事项：{{item}}
送达的文书：
{{documents}}
> 受送达人：{{receiver}}
> 送达方式：{{way}}
? 邮寄单号：{{trackingNumber}}
> 送达时间：{{deliveredAt}}
电子送达的，以受送达人在本平台打开文书的时间为送达时间，由平台自动记录。`,
  facts: (source) => ({
    documents: listOf(source, 'documents').map(({ name }) => String(name)),
    way: textOf(source, 'way'),
    receiver: textOf(source, 'receiver'),
    deliveredAt: textOf(source, 'deliveredAt'),
    trackingNumber: textOf(source, 'trackingNumber'),
  }),
};
