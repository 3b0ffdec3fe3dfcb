/** Licences and papers under an e-seal. */
import { ApiProperty } from '@nestjs/swagger';

export class SealedDocumentDto {
  @ApiProperty({ description: '所盖章内容的 SM3 摘要，也是取文件的地址' })
  digest: string;

  @ApiProperty({ description: '属于哪个办件' })
  caseNumber: string;

  @ApiProperty({ description: 'licence、receipt、grant-notice、refusal-notice …' })
  document: string;

  @ApiProperty({ type: String, nullable: true, description: '证照的名称' })
  name: string | null;

  @ApiProperty({ type: String, nullable: true, description: '电子证照标识' })
  licence: string | null;

  @ApiProperty({ description: '盖章机关' })
  organisation: string;

  @ApiProperty({ format: 'date-time' })
  signedAt: string;
}

export class WholeSealedDocumentDto extends SealedDocumentDto {
  @ApiProperty({ description: '盖章的原文（JSON）' })
  content: string;

  @ApiProperty()
  sealName: string;

  @ApiProperty()
  sealId: string;

  @ApiProperty({ description: '验章公钥' })
  publicKey: string;

  @ApiProperty({ description: 'SM2 签名值' })
  signature: string;
}
