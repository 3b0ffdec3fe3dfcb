/** What the province tells us of its own accord. */
import { PublishDto } from '../../cases/index.js';
import {
  CaseNumber,
  Instant,
  MOST_INTEGER,
  OneOf,
  Shown,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/index.js';

class NoticeDto {
  @Uuid({ description: '通知的编号；重复的通知编号相同' })
  noticeId: string;

  @CaseNumber()
  caseNumber: string;
}

export class PaymentNoticeDto extends NoticeDto {
  @Text({ max: 300, optional: true })
  key?: string;

  @Text({ max: 100, description: '缴款单号' })
  orderNo: string;

  @Whole({ min: 1, max: MOST_INTEGER })
  amountCents: number;

  @OneOf(['paid'])
  state: 'paid';

  @Instant()
  paidAt: string;
}

export class DepartmentNoticeDto extends NoticeDto {
  @Text({ max: 60, description: '部门系统的代码' })
  system: string;

  @Text({ max: 100, description: '部门系统里的编号' })
  externalNumber: string;

  @Text({ max: 60, description: '办到哪一步' })
  step: string;

  @Text({ max: 60, optional: true, nullable: true, description: '结论' })
  outcome?: string | null;

  @Instant()
  at: string;
}

/** A message of another system; its `noticeId` is the message's id. */
export class MessageNoticeDto extends PublishDto {
  @Uuid({ description: '消息的编号；重复的消息编号相同' })
  noticeId: string;
}

export class HeardDto {
  @Shown.flag()
  heard: boolean;
}
