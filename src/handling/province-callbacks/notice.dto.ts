/** What the province tells us of its own accord. */
import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { PublishDto } from '../../cases/index.js';

class NoticeDto {
  @ApiProperty({ format: 'uuid', description: '通知的编号；重复的通知编号相同' })
  @IsUUID()
  noticeId: string;

  @ApiProperty()
  @IsString()
  @MaxLength(60)
  caseNumber: string;
}

export class PaymentNoticeDto extends NoticeDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  key?: string;

  @ApiProperty({ description: '缴款单号' })
  @IsString()
  @MaxLength(100)
  orderNo: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  amountCents: number;

  @ApiProperty({ enum: ['paid'] })
  @IsIn(['paid'])
  state: 'paid';

  @ApiProperty({ format: 'date-time' })
  @IsISO8601()
  paidAt: string;
}

export class DepartmentNoticeDto extends NoticeDto {
  @ApiProperty({ description: '部门系统的代码' })
  @IsString()
  @MaxLength(60)
  system: string;

  @ApiProperty({ description: '部门系统里的编号' })
  @IsString()
  @MaxLength(100)
  externalNumber: string;

  @ApiProperty({ description: '办到哪一步' })
  @IsString()
  @MaxLength(60)
  step: string;

  @ApiProperty({ type: String, required: false, nullable: true, description: '结论' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  outcome?: string | null;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601()
  at: string;
}

/** A message of another system; its `noticeId` is the message's id. */
export class MessageNoticeDto extends PublishDto {
  @ApiProperty({ format: 'uuid', description: '消息的编号；重复的消息编号相同' })
  @IsUUID()
  noticeId: string;
}

export class HeardDto {
  @ApiProperty()
  heard: boolean;
}
