import { OneOf, Shown, Text } from '../../platform/http/index.js';

export class CollectionDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text('收件凭证编号')
  serial: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  applicantName: string;

  @Shown.text('收件窗口')
  window: string;

  @Shown.text()
  collectedBy: string;

  @Shown.instant('收件时间')
  collectedAt: Date;

  @Shown.instant('录入时间')
  enteredAt: Date;

  @Shown.flag('收件日期早于录入日期（事后补录）')
  late: boolean;

  @Shown.text({ nullable: true, description: '排队号' })
  queueNumber: string | null;

  @Shown.text('承办部门')
  owner: string;

  @Shown.flag('异地代收：收件窗口和承办部门不在一地')
  elsewhere: boolean;

  @Shown.oneOf(['collected', 'received'], '以哪一刻为法定收件')
  receipt: 'collected' | 'received';

  @Shown.instant({ nullable: true, description: '转交时间' })
  forwardedAt: Date | null;

  @Shown.text({ nullable: true, description: '转交方式、快递单号' })
  forwardNote: string | null;

  @Shown.instant({ nullable: true, description: '承办部门接收' })
  receivedAt: Date | null;
}

export class CollectionListDto {
  @Shown.list(CollectionDto)
  items: CollectionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class CollectionQuery {
  @OneOf(['collected', 'incoming'], { description: '本窗口收的，或者转给本部门的' })
  view: 'collected' | 'incoming';
}

export class ForwardDto {
  @Text({ max: 200, description: '怎样转交：专人、机要、快递单号' })
  note: string;
}
