import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { FilterQuery } from '../figures/query.dto.js';
import { COLOURS, CONDITION_NAMES, type Colour, type ConditionName } from './conditions.js';
import type { CardState } from './cards.js';

const STATES = [
  'proposed',
  'issued',
  'answered',
  'accepted',
  'returned',
  'revoked',
  'dismissed',
] as const;
const nullableText = () => ApiProperty({ type: String, nullable: true });
const nullableDate = () => ApiProperty({ type: String, format: 'date-time', nullable: true });

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

export class CardQueryDto extends FilterQuery {
  @ApiPropertyOptional({ enum: [...STATES, 'standing'], description: 'standing = 未了结的' })
  @IsOptional()
  @IsIn([...STATES, 'standing'])
  state?: CardState | 'standing';

  @ApiPropertyOptional({ enum: COLOURS })
  @IsOptional()
  @IsIn(COLOURS)
  colour?: Colour;

  @ApiPropertyOptional({ description: '只看本单位的' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  own?: boolean;

  @ApiPropertyOptional({ description: '办件编号' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  case?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}

export class CardDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: COLOURS })
  colour: Colour;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @nullableText()
  step: string | null;

  @ApiProperty()
  department: string;

  @ApiProperty()
  departmentName: string;

  @ApiProperty({ enum: STATES })
  state: CardState;

  @ApiProperty()
  reason: string;

  @nullableText()
  ruleName: string | null;

  @ApiProperty({ type: Number, nullable: true })
  ruleVersion: number | null;

  @ApiProperty({ type: String, nullable: true, description: '已报的上级机关' })
  escalatedTo: string | null;

  @ApiProperty()
  createdAt: Date;

  @nullableDate()
  issuedAt: Date | null;

  @nullableDate()
  answerDue: Date | null;

  @nullableDate()
  closedAt: Date | null;
}

export class CardListDto {
  @ApiProperty({ type: [CardDto] })
  items: CardDto[];

  @nullableText()
  next: string | null;
}

export class ActFileDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class SupervisionActDto {
  @ApiProperty()
  act: string;

  @ApiProperty()
  at: Date;

  @ApiProperty({ type: String, nullable: true, description: '空 = 平台按规则' })
  person: string | null;

  @nullableText()
  department: string | null;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [ActFileDto] })
  files: ActFileDto[];
}

export class CardDetailDto extends CardDto {
  @ApiProperty({ type: [SupervisionActDto] })
  acts: SupervisionActDto[];
}

export class NewCardDto {
  @ApiProperty({ enum: COLOURS })
  @IsIn(COLOURS)
  colour: Colour;

  @ApiProperty()
  @IsString()
  @MaxLength(64)
  caseNumber: string;

  @ApiProperty({ description: '被亮牌的单位' })
  @IsString()
  @MaxLength(64)
  department: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(90)
  answerDays: number;
}

/** What is said with an act: an answer, a reason, what is missing. */
export class ActBodyDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  text?: string;

  @ApiPropertyOptional({ type: [String], description: '先上传的附件' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  files?: string[];
}

export class CardStateDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: STATES })
  state: CardState;
}

export class IssuedDto {
  @ApiProperty()
  id: string;
}
