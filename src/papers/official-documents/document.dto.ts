import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
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

export class FieldDto {
  @ApiProperty()
  name: string;

  @ApiProperty()
  label: string;

  @ApiProperty({ description: '法律要求写明' })
  required: boolean;
}

export class DocumentKindDto {
  @ApiProperty()
  kind: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  nameInEnglish: string;

  @ApiProperty({ type: String, nullable: true, description: '文号中的种类字；空的按办件编号' })
  word: string | null;

  @ApiProperty({ description: '用印是否须审批' })
  approval: boolean;

  @ApiProperty({ description: '由哪种岗位审批' })
  approverRole: string;

  @ApiProperty({ type: [FieldDto] })
  fields: FieldDto[];
}

export class KindSettingDto {
  @ApiProperty()
  @IsBoolean()
  approval: boolean;

  @ApiProperty({ example: 'seal-keeper' })
  @IsIn(['seal-keeper', 'approver', 'reviewer', 'handler'])
  approverRole: string;
}

export class TemplateDto {
  @ApiProperty()
  kind: string;

  @ApiProperty({ type: 'integer', description: '0 为内置' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published'] })
  state: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ type: String, nullable: true, format: 'date', description: '自哪一天起使用' })
  effectiveFrom: string | null;

  @ApiProperty({ type: String, nullable: true })
  savedBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  savedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;
}

export class TemplateBodyDto {
  @ApiProperty({ description: '一行一段；# 标题，> 顶格，? 为空时省略，{{字段}}' })
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  body: string;
}

export class PublicationDto {
  @ApiProperty({ format: 'date', description: '自哪一天起使用，最早为今天' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  effectiveFrom: string;
}

export class DocumentWordDto {
  @ApiProperty()
  organisationId: string;

  @ApiProperty()
  organisation: string;

  @ApiProperty({ type: String, nullable: true })
  word: string | null;
}

export class WordDto {
  @ApiProperty({ example: '海市监' })
  @Matches(/^\p{Script=Han}{1,12}$/u)
  word: string;
}

export class WordQuery {
  @ApiProperty({ required: false, description: '机关名称或代字中的文字' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}

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
