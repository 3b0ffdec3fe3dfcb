import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { SituationDto } from '../../catalogue/index.js';

const MATERIALS = {
  type: 'object' as const,
  description: '材料：材料编码 → 文件编号',
  additionalProperties: { type: 'array' as const, items: { type: 'string', format: 'uuid' } },
};

export class NewDraftDto {
  @ApiProperty({ description: '事项编码' })
  @IsString()
  @Matches(/^[0-9A-Z]{1,40}$/)
  item: string;

  @ApiProperty({ description: '办理所在地的行政区划代码' })
  @IsString()
  @Matches(/^\d{6,12}$/)
  region: string;
}

export class SignatureDto {
  @ApiProperty({ maxLength: 100, description: '签名：登录人（或者窗口前申请人）的姓名' })
  @IsString()
  @MaxLength(100)
  signedName: string;
}

/** Ways the applicant chose, each with the signature under its letter. */
export class ChosenWaysDto {
  @ApiProperty({ type: SignatureDto, required: false, description: '容缺受理' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SignatureDto)
  gaps?: SignatureDto;

  @ApiProperty({ type: SignatureDto, required: false, description: '告知承诺' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SignatureDto)
  promise?: SignatureDto;
}

export class DraftContentDto {
  @ApiProperty({ type: Object, additionalProperties: true })
  @IsObject()
  form: Record<string, unknown>;

  @ApiProperty(MATERIALS)
  @IsObject()
  materials: Record<string, string[]>;

  @ApiProperty({ type: ChosenWaysDto, required: false, description: '选择的办理方式；不给则不变' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChosenWaysDto)
  ways?: ChosenWaysDto;
}

export class LetterDto {
  @ApiProperty()
  title: string;

  @ApiProperty({ type: [String] })
  lines: string[];
}

export class OfferDto {
  @ApiProperty({ type: LetterDto, description: '要签署的承诺书' })
  letter: LetterDto;

  @ApiProperty({ type: String, nullable: true, description: '为什么不能用、怎么办；可以用时为空' })
  barred: string | null;
}

export class GapMaterialDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;
}

export class GapsOfferDto extends OfferDto {
  @ApiProperty({ type: [GapMaterialDto], description: '还没有、可以容缺后补的材料' })
  materials: GapMaterialDto[];

  @ApiProperty({ example: '10 个工作日' })
  within: string;
}

export class OffersDto {
  @ApiProperty({ type: GapsOfferDto, nullable: true, description: '容缺受理；没有缺可容时为空' })
  gaps: GapsOfferDto | null;

  @ApiProperty({ type: OfferDto, nullable: true, description: '告知承诺；没有选择时为空' })
  promise: OfferDto | null;
}

export class DraftFormDto {
  @ApiProperty({ type: Object, additionalProperties: true, description: '目前已填的表单' })
  @IsObject()
  form: Record<string, unknown>;

  @ApiPropertyOptional(MATERIALS)
  @IsOptional()
  @IsObject()
  materials?: Record<string, string[]>;
}

export class DraftSituationDto extends SituationDto {
  @ApiProperty({ type: OffersDto })
  ways: OffersDto;
}

export class EntryDto {
  @ApiProperty({ description: '窗口前的申请人' })
  applicantName: string;

  @ApiProperty({ format: 'date-time', type: String, description: '窗口收到材料的时间' })
  receivedAt: string;

  @ApiProperty({ description: '收到材料的日期早于录入日期' })
  late: boolean;

  @ApiProperty({ type: String, nullable: true })
  queueNumber: string | null;
}

export class DraftDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: '事项编码' })
  item: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  region: string;

  @ApiProperty()
  regionName: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  form: Record<string, unknown>;

  @ApiProperty(MATERIALS)
  materials: Record<string, string[]>;

  @ApiProperty({ type: ChosenWaysDto })
  ways: ChosenWaysDto;

  @ApiProperty({ type: EntryDto, nullable: true, description: '窗口代录；本人申请时为空' })
  entry: EntryDto | null;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class DraftListDto {
  @ApiProperty({ type: [DraftDto] })
  items: DraftDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
