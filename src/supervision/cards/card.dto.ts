import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
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
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FilterQuery } from '../figures/query.dto.js';
import { COLOURS, type Colour } from './conditions.js';
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
