import { OneOf, Shown, Text, Texts } from '../../platform/http/index.js';

export class PartDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;
}

export class ParcelDto {
  @Shown.text('办件编号；统一领取的为一件事的编号')
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  applicantName: string;

  @Shown.oneOf(['post', 'window'], '邮寄、自取')
  way: 'post' | 'window';

  @Shown.text({ nullable: true, description: '送达地址' })
  address: string | null;

  @Shown.flag('一件事的结果统一领取')
  together: boolean;

  @Shown.list(PartDto, '已决定、未送达的事项')
  parts: PartDto[];

  @Shown.texts('统一领取时还没有办结的事项')
  waitingFor: string[];

  @Shown.instant({ nullable: true, description: '送达期限（行政许可法第四十四条）' })
  dueAt: Date | null;

  @Shown.text({ nullable: true, description: '快递公司' })
  courier: string | null;

  @Shown.text({ nullable: true, description: '邮寄单号' })
  trackingNumber: string | null;

  @Shown.instant({ nullable: true, description: '寄出时间' })
  sentAt: Date | null;
}

export class ParcelListDto {
  @Shown.list(ParcelDto)
  items: ParcelDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class PartDeliveryDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.oneOf(['post', 'window', 'electronic'])
  way: 'post' | 'window' | 'electronic';

  @Shown.text({ nullable: true, description: '快递公司' })
  courier: string | null;

  @Shown.text({ nullable: true, description: '邮寄单号' })
  trackingNumber: string | null;

  @Shown.instant({ nullable: true, description: '寄出时间' })
  sentAt: Date | null;

  @Shown.text({ nullable: true, description: '领取人' })
  receiver: string | null;

  @Shown.instant({ nullable: true, description: '送达时间' })
  deliveredAt: Date | null;
}

export class DeliveryStateDto {
  @Shown.oneOf(['post', 'window', 'electronic'])
  way: 'post' | 'window' | 'electronic';

  @Shown.text({ nullable: true, description: '送达地址' })
  address: string | null;

  @Shown.text('领取地点：收件的窗口，或者承办部门')
  pickUpAt: string;

  @Shown.flag('一件事的结果统一领取')
  together: boolean;

  @Shown.texts('统一领取时还没有办结的事项')
  waitingFor: string[];

  @Shown.flag('有纸质结果等待寄出或领取')
  waiting: boolean;

  @Shown.instant({ nullable: true, description: '送达期限（行政许可法第四十四条）' })
  dueAt: Date | null;

  @Shown.text({ nullable: true, description: '快递公司' })
  courier: string | null;

  @Shown.text({ nullable: true, description: '邮寄单号' })
  trackingNumber: string | null;

  @Shown.instant({ nullable: true, description: '寄出时间' })
  sentAt: Date | null;

  @Shown.text({ nullable: true, description: '领取人' })
  receiver: string | null;

  @Shown.text({ nullable: true, description: '领取人的手写签名：SVG 路径' })
  signature: string | null;

  @Shown.text({ nullable: true, description: '领取人出示的证件' })
  paperKind: string | null;

  @Shown.instant({ nullable: true, description: '送达时间' })
  deliveredAt: Date | null;

  @Shown.list(PartDeliveryDto, '一件事：各事项的结果怎样送达、到了哪一步')
  parts: PartDeliveryDto[];
}

export class SendDto {
  @Text({ min: 2, max: 50, description: '快递公司' })
  courier: string;

  @Text({ min: 5, max: 50, description: '邮寄单号' })
  trackingNumber: string;
}

export class ArriveDto {
  @Text({ min: 2, max: 50, optional: true, description: '签收人；不填为申请人本人' })
  receiver?: string;
}

/** By which a person shows at the counter who they are. */
export const PAPER_KINDS = ['id-card', 'residence-permit', 'passport', 'authorisation'] as const;

export class HandOutDto {
  @Text({ min: 2, max: 50, description: '领取人签名' })
  receiver: string;

  @OneOf(PAPER_KINDS, { description: '核验的证件：身份证、居住证、护照、委托书' })
  paperKind: (typeof PAPER_KINDS)[number];

  @Text({ max: 20_000, optional: true, description: '手写签名：SVG 路径，只有 M、L 和整数坐标' })
  signature?: string;
}

/** One envelope with the results of several cases. */
export class EnvelopeDto extends SendDto {
  @Texts({ least: 1, most: 30, max: 64, description: '办件编号，同一申请人、同一地址' })
  cases: string[];
}

export class SentCaseDto {
  @Shown.text()
  caseNumber: string;

  @Shown.oneOf(['done', 'refused'])
  state: 'done' | 'refused';

  @Shown.text({ nullable: true, description: '为什么没有登记' })
  message: string | null;
}

export class SentCaseListDto {
  @Shown.list(SentCaseDto)
  items: SentCaseDto[];
}
