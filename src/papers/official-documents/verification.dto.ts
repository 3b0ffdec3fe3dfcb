/** What anybody may learn of a document they were shown. */
import { ApiProperty } from '@nestjs/swagger';

export class VerifiedDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  @ApiProperty()
  organisation: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  dated: string | null;

  @ApiProperty({ enum: ['valid', 'void'] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;

  @ApiProperty({ description: '脱敏的申请人姓名' })
  applicant: string;

  @ApiProperty()
  item: string;

  @ApiProperty({ description: 'SM3' })
  digest: string;

  @ApiProperty()
  sealName: string;

  @ApiProperty({ format: 'date-time' })
  signedAt: string;

  @ApiProperty({ description: '签名与摘要、公钥是否相符' })
  sealGood: boolean;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: '平台保存的原件是否仍是这个摘要；空的表示暂时读不到',
  })
  intact: boolean | null;
}

export class ComparisonDto {
  @ApiProperty({ description: '与原件是否逐字节相同' })
  same: boolean;

  @ApiProperty({ description: '所传文件的 SM3' })
  digest: string;
}

export class FileDto {
  @ApiProperty({ type: 'string', format: 'binary', description: '不超过 20 MB' })
  file: unknown;
}
