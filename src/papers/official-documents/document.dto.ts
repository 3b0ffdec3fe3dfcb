import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';

const STATES = ['awaiting-approval', 'returned', 'sealing', 'issued', 'void'];

/** A document or licence in a list. */
export class OfficialDocumentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: '属于哪个办件' })
  caseNumber: string;

  @ApiProperty({ example: 'acceptance-notice' })
  kind: string;

  @ApiProperty({ description: '文书或证照的名称' })
  name: string;

  @ApiProperty({ type: String, nullable: true, description: '电子证照标识' })
  licence: string | null;

  @ApiProperty({ type: String, nullable: true, description: '文号' })
  number: string | null;

  @ApiProperty({ enum: STATES })
  state: string;

  @ApiProperty()
  stateName: string;

  @ApiProperty({ description: '作出文书的机关' })
  organisation: string;

  @ApiProperty({ format: 'date-time' })
  draftedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  issuedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: '盖章内容的 SM3 摘要' })
  digest: string | null;

  @ApiProperty({ description: '有没有 PDF' })
  pdf: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '送达的时刻' })
  deliveredAt: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['electronic', 'window', 'post'] })
  deliveryWay: string | null;

  @ApiProperty({ type: String, nullable: true, description: '退回的理由' })
  returnReason: string | null;

  @ApiProperty({ type: String, nullable: true, description: '为什么还没有盖上章；平台会继续尝试' })
  problem: string | null;
}

export class ParagraphDto {
  @ApiProperty({ enum: ['plain', 'flush', 'item'] })
  kind: string;

  @ApiProperty()
  text: string;
}

export class ContentDto {
  @ApiProperty()
  title: string;

  @ApiProperty({ type: [ParagraphDto] })
  paragraphs: ParagraphDto[];
}

export class WholeDocumentDto extends OfficialDocumentDto {
  @ApiProperty({ type: ContentDto, nullable: true })
  content: ContentDto | null;

  @ApiProperty({ type: String, nullable: true, description: '盖章的原文（JSON），证照才有' })
  sealedText: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  dated: string | null;

  @ApiProperty({ type: String, nullable: true, description: '核验网址' })
  verifyAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  sealName: string | null;

  @ApiProperty({ type: String, nullable: true })
  sealId: string | null;

  @ApiProperty({ type: String, nullable: true, description: '验章公钥' })
  publicKey: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'SM2 签名值' })
  signature: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
}

export class DeliveryDto {
  @ApiProperty({ enum: ['window', 'post'] })
  @IsIn(['window', 'post'])
  way: 'window' | 'post';

  @ApiProperty({ required: false, description: '实际领取人，不填为申请人' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  receiver?: string;

  @ApiProperty({ required: false, description: '邮寄单号，邮寄的必填' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  trackingNumber?: string;

  @ApiProperty({ required: false, type: [String], description: '哪些文书，不填为全部未送达的' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  documents?: string[];
}

export class DeliveredDto {
  @ApiProperty({ type: [String], description: '此次送达的文书' })
  delivered: string[];
}
