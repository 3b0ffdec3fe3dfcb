/** What an administrator sets of each kind of document: approval, words of the 文号, templates. */
import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

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
  savedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: Date | null;
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
