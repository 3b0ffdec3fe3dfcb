import { ApiProperty } from '@nestjs/swagger';
import { CollectionDto } from '../collection/index.js';

export class SignedPromiseDto {
  @ApiProperty({ enum: ['gaps', 'promise'], description: '容缺受理、告知承诺' })
  kind: 'gaps' | 'promise';

  @ApiProperty()
  title: string;

  @ApiProperty({ type: [String], description: '承诺书全文' })
  lines: string[];

  @ApiProperty({ description: '全文的 SM3 摘要' })
  digest: string;

  @ApiProperty({ description: '签名' })
  signedName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  signedAt: Date;
}

export class GapDto {
  @ApiProperty({ description: '容缺的材料' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: '已经补交' })
  handedIn: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '补齐的期限；受理之前没有',
  })
  dueAt: Date | null;

  @ApiProperty({ description: '现在可以由申请人补交' })
  open: boolean;

  @ApiProperty({ description: '所属办件' })
  caseNumber: string;
}

export class WaysDto {
  @ApiProperty({ type: CollectionDto, nullable: true, description: '窗口收件；网上申报的没有' })
  collection: CollectionDto | null;

  @ApiProperty({ type: [SignedPromiseDto] })
  promises: SignedPromiseDto[];

  @ApiProperty({ type: [GapDto] })
  gaps: GapDto[];
}
