import { ENDED_AS, type EndedAs } from '../licences/index.js';
import { OneOf, Shown, Text, Uuids } from '../../platform/http/index.js';

const STATES = ['awaiting-approval', 'returned', 'sealing', 'issued', 'void'];

/** A document or licence in a list. */
export class OfficialDocumentDto {
  @Shown.uuid()
  id: string;

  @Shown.text('属于哪个办件')
  caseNumber: string;

  @Shown.text('属于哪个事项')
  itemName: string;

  @Shown.text({ example: 'acceptance-notice' })
  kind: string;

  @Shown.text('文书或证照的名称')
  name: string;

  @Shown.text({ nullable: true, description: '电子证照标识' })
  licence: string | null;

  @Shown.text({ nullable: true, description: '文号' })
  number: string | null;

  @Shown.oneOf(STATES)
  state: string;

  @Shown.text()
  stateName: string;

  @Shown.text('作出文书的机关')
  organisation: string;

  @Shown.instant()
  draftedAt: string;

  @Shown.instant({ nullable: true })
  issuedAt: string | null;

  @Shown.text({ nullable: true, description: '盖章内容的 SM3 摘要' })
  digest: string | null;

  @Shown.flag('有没有 PDF')
  pdf: boolean;

  @Shown.instant({ nullable: true, description: '送达的时刻' })
  deliveredAt: string | null;

  @Shown.oneOf(['electronic', 'window', 'post'], { nullable: true })
  deliveryWay: 'electronic' | 'window' | 'post' | null;

  @Shown.text({ nullable: true, description: '退回的理由' })
  returnReason: string | null;

  @Shown.text({ nullable: true, description: '为什么还没有盖上章；平台会继续尝试' })
  problem: string | null;

  @Shown.oneOf([...ENDED_AS], {
    nullable: true,
    description: '后来怎样了：变更、延续、补证、撤销、注销、作废；空的表示仍然有效',
  })
  endedAs: EndedAs | null;
}

export class ParagraphDto {
  @Shown.oneOf(['plain', 'flush', 'item'])
  kind: 'plain' | 'flush' | 'item';

  @Shown.text()
  text: string;
}

export class ContentDto {
  @Shown.text()
  title: string;

  @Shown.list(ParagraphDto)
  paragraphs: ParagraphDto[];
}

export class WholeDocumentDto extends OfficialDocumentDto {
  @Shown.one(ContentDto, { nullable: true })
  content: ContentDto | null;

  @Shown.text({ nullable: true, description: '盖章的原文（JSON），证照才有' })
  sealedText: string | null;

  @Shown.day({ nullable: true })
  dated: string | null;

  @Shown.text({ nullable: true, description: '核验网址' })
  verifyAt: string | null;

  @Shown.text({ nullable: true })
  sealName: string | null;

  @Shown.text({ nullable: true })
  sealId: string | null;

  @Shown.text({ nullable: true, description: '验章公钥' })
  publicKey: string | null;

  @Shown.text({ nullable: true, description: 'SM2 签名值' })
  signature: string | null;

  @Shown.instant({ nullable: true })
  signedAt: string | null;

  @Shown.text({ nullable: true })
  voidReason: string | null;

  @Shown.instant({ nullable: true, description: '从何时起不再有效' })
  endedAt: string | null;

  @Shown.text({ nullable: true })
  endedReason: string | null;

  @Shown.text({ nullable: true, description: '依据的条款' })
  endedArticle: string | null;

  @Shown.text({ nullable: true, description: '作出决定的机关' })
  endedBy: string | null;
}

export class DeliveryDto {
  @OneOf(['window', 'post'])
  way: 'window' | 'post';

  @Text({ max: 50, optional: true, description: '实际领取人，不填为申请人' })
  receiver?: string;

  @Text({ max: 50, optional: true, description: '邮寄单号，邮寄的必填' })
  trackingNumber?: string;

  @Uuids({ most: 50, optional: true, description: '哪些文书，不填为全部未送达的' })
  documents?: string[];
}

export class DeliveredDto {
  @Shown.texts('此次送达的文书')
  delivered: string[];
}
