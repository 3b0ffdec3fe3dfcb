import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

const AT = { type: String, format: 'date-time', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;

export class PartDto {
  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;
}

export class ParcelDto {
  @ApiProperty({ description: '办件编号；统一领取的为一件事的编号' })
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  applicantName: string;

  @ApiProperty({ enum: ['post', 'window'], description: '邮寄、自取' })
  way: 'post' | 'window';

  @ApiProperty({ ...TEXT, description: '送达地址' })
  address: string | null;

  @ApiProperty({ description: '一件事的结果统一领取' })
  together: boolean;

  @ApiProperty({ type: [PartDto], description: '已决定、未送达的事项' })
  parts: PartDto[];

  @ApiProperty({ type: [String], description: '统一领取时还没有办结的事项' })
  waitingFor: string[];

  @ApiProperty({ ...AT, description: '送达期限（行政许可法第四十四条）' })
  dueAt: Date | null;

  @ApiProperty({ ...TEXT, description: '快递公司' })
  courier: string | null;

  @ApiProperty({ ...TEXT, description: '邮寄单号' })
  trackingNumber: string | null;

  @ApiProperty({ ...AT, description: '寄出时间' })
  sentAt: Date | null;
}

export class ParcelListDto {
  @ApiProperty({ type: [ParcelDto] })
  items: ParcelDto[];

  @ApiProperty(TEXT)
  next: string | null;
}

export class DeliveryStateDto {
  @ApiProperty({ enum: ['post', 'window', 'electronic'] })
  way: 'post' | 'window' | 'electronic';

  @ApiProperty({ ...TEXT, description: '送达地址' })
  address: string | null;

  @ApiProperty({ description: '领取地点：收件的窗口，或者承办部门' })
  pickUpAt: string;

  @ApiProperty({ description: '一件事的结果统一领取' })
  together: boolean;

  @ApiProperty({ type: [String], description: '统一领取时还没有办结的事项' })
  waitingFor: string[];

  @ApiProperty({ description: '有纸质结果等待寄出或领取' })
  waiting: boolean;

  @ApiProperty({ ...AT, description: '送达期限（行政许可法第四十四条）' })
  dueAt: Date | null;

  @ApiProperty({ ...TEXT, description: '快递公司' })
  courier: string | null;

  @ApiProperty({ ...TEXT, description: '邮寄单号' })
  trackingNumber: string | null;

  @ApiProperty({ ...AT, description: '寄出时间' })
  sentAt: Date | null;

  @ApiProperty({ ...TEXT, description: '领取人' })
  receiver: string | null;

  @ApiProperty({ ...TEXT, description: '领取人出示的证件' })
  paperKind: string | null;

  @ApiProperty({ ...AT, description: '送达时间' })
  deliveredAt: Date | null;
}

export class SendDto {
  @ApiProperty({ description: '快递公司', maxLength: 50 })
  @IsString()
  @MinLength(2)
  @MaxLength(50)
  courier: string;

  @ApiProperty({ description: '邮寄单号', maxLength: 50 })
  @IsString()
  @MinLength(5)
  @MaxLength(50)
  trackingNumber: string;
}

export class ArriveDto {
  @ApiProperty({ required: false, description: '签收人；不填为申请人本人', maxLength: 50 })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(50)
  receiver?: string;
}

/** By which a person shows at the counter who they are. */
export const PAPER_KINDS = ['id-card', 'residence-permit', 'passport', 'authorisation'] as const;

export class HandOutDto {
  @ApiProperty({ description: '领取人签名', maxLength: 50 })
  @IsString()
  @MinLength(2)
  @MaxLength(50)
  receiver: string;

  @ApiProperty({ enum: PAPER_KINDS, description: '核验的证件：身份证、居住证、护照、委托书' })
  @IsIn(PAPER_KINDS)
  paperKind: (typeof PAPER_KINDS)[number];
}
