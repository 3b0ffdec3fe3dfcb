/** Sign-offs over the API. */
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const RULES = ['all', 'ratio', 'any', 'in-order'] as const;

export class SignOffMemberDto {
  @ApiProperty({ type: 'integer' })
  position: number;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  departmentName: string | null;

  @ApiProperty({ enum: ['waiting', 'open', 'agreed', 'disagreed', 'removed', 'not-needed'] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  opinion: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  answeredAt: string | null;
}

export class SignOffDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  taskId: string;

  @ApiProperty({ enum: ['before', 'after'], description: '前加签 / 后加签' })
  place: string;

  @ApiProperty({ enum: RULES, description: '会签（全部、按比例）/ 或签 / 依次' })
  rule: string;

  @ApiProperty({ type: Number, nullable: true })
  ratio: number | null;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  byName: string;

  @ApiProperty({ enum: ['planned', 'open', 'agreed', 'disagreed', 'withdrawn'] })
  state: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: [SignOffMemberDto] })
  members: SignOffMemberDto[];
}

export class NewSignOffDto {
  @ApiProperty({ enum: ['before', 'after'], description: '前加签 / 后加签' })
  @IsIn(['before', 'after'])
  place: 'before' | 'after';

  @ApiProperty({ enum: RULES, description: '会签（全部、按比例）/ 或签 / 依次' })
  @IsIn(RULES)
  rule: (typeof RULES)[number];

  @ApiProperty({ type: Number, required: false, description: '按比例会签：0–1' })
  @IsOptional()
  @IsNumber()
  @Min(0.01)
  @Max(1)
  ratio?: number;

  @ApiProperty({ type: [String], description: '加签人的岗位；依次加签按此顺序' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  posts: string[];

  @ApiProperty({ description: '请加签人看什么' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}

export class SignOffRemovalDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  signOff: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  position: number;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}
