/** Rules by which cards are proposed or issued. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COLOURS, CONDITION_NAMES, type Colour, type ConditionName } from './conditions.js';

const nullableText = () => ApiProperty({ type: String, nullable: true });

export class RungDto {
  @ApiProperty({ type: 'integer', description: '答复期限过后第几天' })
  @IsInt()
  @Min(0)
  @Max(365)
  afterDays: number;

  @ApiProperty({ enum: COLOURS, description: '升为什么牌' })
  @IsIn(COLOURS)
  colour: Colour;
}

export class RuleContentDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;

  @ApiProperty({ enum: CONDITION_NAMES, description: '什么情形亮牌' })
  @IsIn(CONDITION_NAMES)
  condition: ConditionName;

  @ApiProperty({ type: 'integer', description: '天数、次数；收费不符时为允许相差的分' })
  @IsInt()
  @Min(0)
  @Max(1000)
  threshold: number;

  @ApiProperty({ enum: COLOURS })
  @IsIn(COLOURS)
  colour: Colour;

  @ApiPropertyOptional({ type: String, nullable: true, description: '适用的区县、乡镇；空 = 全市' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  territory?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: '适用的条线' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  line?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: '适用的部门' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  department?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: '适用的事项' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  item?: string | null;

  @ApiProperty({ enum: ['proposal', 'automatic'], description: '提请确认，或自动亮牌' })
  @IsIn(['proposal', 'automatic'])
  issue: 'proposal' | 'automatic';

  @ApiProperty({ type: 'integer', description: '几天内答复' })
  @IsInt()
  @Min(1)
  @Max(90)
  answerDays: number;

  @ApiProperty({ type: [RungDto], description: '不答复时怎样逐级升级' })
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => RungDto)
  ladder: RungDto[];

  @ApiProperty({ description: '从哪天起生效，YYYY-MM-DD' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  validFrom: string;
}

export class RuleDto extends RuleContentDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['case', 'step'] })
  scope: 'case' | 'step';

  @nullableText()
  validTo: string | null;

  @ApiProperty()
  createdAt: Date;

  @ApiProperty()
  createdBy: string;

  @ApiProperty({ description: '今天是否有效' })
  current: boolean;
}

export class RuleListDto {
  @ApiProperty({ type: [RuleDto] })
  items: RuleDto[];
}

export class CardRuleVersionDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class EvaluationDto {
  @ApiProperty({ type: 'integer', description: '提请确认的' })
  proposed: number;

  @ApiProperty({ type: 'integer', description: '自动亮牌的' })
  issued: number;

  @ApiProperty({ type: 'integer', description: '升级的' })
  escalated: number;
}
