import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

const PERIOD = /^\d{1,4}(wd|d)$/;
const PERIOD_TEXT = '20wd = 20 个工作日，90d = 90 天';

export class AcceptanceRuleDto {
  @ApiProperty({ description: PERIOD_TEXT })
  @Matches(PERIOD)
  within: string;

  @ApiProperty({ description: '逾期不告知，自收到之日起即为受理（行政许可法 32）' })
  @IsBoolean()
  silenceAccepts: boolean;
}

export class ExtensionRuleDto {
  @ApiProperty({ description: `最多延长多久：${PERIOD_TEXT}` })
  @Matches(PERIOD)
  upTo: string;

  @ApiProperty({
    enum: ['head', 'government'],
    description: '由本机关负责人还是本级政府负责人批准',
  })
  @IsIn(['head', 'government'])
  by: 'head' | 'government';
}

export class ClockRulesDto {
  @ApiProperty({ description: '依据的法律' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  law: string;

  @ApiProperty({ required: false, description: `事项没有写明时的法定时限：${PERIOD_TEXT}` })
  @IsOptional()
  @Matches(PERIOD)
  statutory?: string;

  @ApiProperty({ type: AcceptanceRuleDto, nullable: true, description: '受理的期限；null = 没有' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AcceptanceRuleDto)
  acceptance: AcceptanceRuleDto | null;

  @ApiProperty({ type: ExtensionRuleDto, nullable: true, description: '延期；null = 不得延期' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExtensionRuleDto)
  extension: ExtensionRuleDto | null;

  @ApiProperty({ type: [String], description: '不计入时限的事由（行政许可法 45）' })
  @IsArray()
  @Matches(/^[a-z][a-z0-9-]{0,40}$/, { each: true })
  pauses: string[];

  @ApiProperty({ type: String, nullable: true, description: `送达的期限：${PERIOD_TEXT}` })
  @IsOptional()
  @Matches(PERIOD)
  delivery: string | null;

  @ApiProperty({ description: '离承诺时限还有几个工作日时预警' })
  @IsInt()
  @Min(0)
  @Max(365)
  warn: number;

  @ApiProperty({
    required: false,
    type: Object,
    additionalProperties: { type: 'string' },
    description: `这部法律的其他期限，按名称：${PERIOD_TEXT}`,
  })
  @IsOptional()
  @IsObject()
  periods?: Record<string, string>;
}

export class PublishRulesDto {
  @ApiProperty({ format: 'date', description: '自哪天起开的办件适用' })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  validFrom: string;

  @ApiProperty({ description: '依据的文件' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  source: string;

  @ApiProperty({ type: ClockRulesDto })
  @IsObject()
  @ValidateNested()
  @Type(() => ClockRulesDto)
  rules: ClockRulesDto;
}

export class RuleVersionDto {
  @ApiProperty({ description: '事项类型；* = 没有自己规则的类型' })
  type: string;

  @ApiProperty()
  typeName: string;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ type: ClockRulesDto })
  rules: ClockRulesDto;

  @ApiProperty()
  source: string;

  @ApiProperty({ type: String, nullable: true, description: '谁发布的；null = 平台自带' })
  publishedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  publishedAt: Date;
}

export class RuleVersionListDto {
  @ApiProperty({ type: [RuleVersionDto] })
  items: RuleVersionDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
