import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';

export class CollectionDto {
  @ApiProperty()
  caseNumber: string;

  @ApiProperty({ description: '收件凭证编号' })
  serial: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  applicantName: string;

  @ApiProperty({ description: '收件窗口' })
  window: string;

  @ApiProperty()
  collectedBy: string;

  @ApiProperty({ format: 'date-time', type: String, description: '收件时间' })
  collectedAt: Date;

  @ApiProperty({ format: 'date-time', type: String, description: '录入时间' })
  enteredAt: Date;

  @ApiProperty({ description: '收件日期早于录入日期（事后补录）' })
  late: boolean;

  @ApiProperty({ type: String, nullable: true, description: '排队号' })
  queueNumber: string | null;

  @ApiProperty({ description: '承办部门' })
  owner: string;

  @ApiProperty({ description: '异地代收：收件窗口和承办部门不在一地' })
  elsewhere: boolean;

  @ApiProperty({ enum: ['collected', 'received'], description: '以哪一刻为法定收件' })
  receipt: 'collected' | 'received';

  @ApiProperty({ format: 'date-time', type: String, nullable: true, description: '转交时间' })
  forwardedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, description: '转交方式、快递单号' })
  forwardNote: string | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true, description: '承办部门接收' })
  receivedAt: Date | null;
}

export class CollectionListDto {
  @ApiProperty({ type: [CollectionDto] })
  items: CollectionDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class CollectionQuery {
  @ApiProperty({ enum: ['collected', 'incoming'], description: '本窗口收的，或者转给本部门的' })
  @IsIn(['collected', 'incoming'])
  view: 'collected' | 'incoming';
}

export class ForwardDto {
  @ApiProperty({ maxLength: 200, description: '怎样转交：专人、机要、快递单号' })
  @IsString()
  @MaxLength(200)
  note: string;
}
