/** What a person with the right does beside the diagram: one case modified, many cases migrated. */
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const keys = (description: string): ApiPropertyOptions => ({
  type: [String],
  required: false,
  description,
});

export class ModificationDto {
  @ApiProperty(keys('取消的令牌（GET places 给出的 key）'))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  cancel?: string[];

  @ApiProperty(keys('视为已完成、继续往下走的令牌'))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  skip?: string[];

  @ApiProperty(keys('从这些环节开始；与取消同用即为退回'))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  start?: string[];

  @ApiProperty({ description: '理由，永久留在办件上' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class PlaceDto {
  @ApiProperty()
  element: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty()
  type: string;
}

export class TokenDto extends PlaceDto {
  @ApiProperty()
  key: string;
}

export class PlacesDto {
  @ApiProperty({ type: [TokenDto], description: '正在进行的环节' })
  tokens: TokenDto[];

  @ApiProperty({ type: [PlaceDto], description: '现在可以从此开始的环节' })
  startable: PlaceDto[];

  @ApiProperty({ type: [String], description: '已经走过的环节' })
  passed: string[];
}

export class MigrationPlanDto {
  @ApiProperty({ type: 'integer', description: '办件现在所在的版本' })
  @IsInt()
  @Min(1)
  from: number;

  @ApiProperty({ type: 'integer', description: '迁移到的版本' })
  @IsInt()
  @Min(1)
  to: number;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'string' },
    required: false,
    description: '编号不同的环节：原环节 → 新环节',
  })
  @IsOptional()
  @IsObject()
  elements?: Record<string, string>;

  @ApiProperty(keys('定时重新起算的新环节；其余保持原到期时间'))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  retime?: string[];

  @ApiProperty(keys('只迁移这些办件；不填为该版本的全部在办件'))
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  cases?: string[];
}

export class MigrationDto extends MigrationPlanDto {
  @ApiProperty({ description: '理由，永久留在每个办件上' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class MigrationElementDto extends PlaceDto {
  @ApiProperty({ type: 'integer', description: '有多少办件正停在这里' })
  cases: number;

  @ApiProperty({ type: String, nullable: true, description: '移到新版本的哪个环节；没有则须指定' })
  target: string | null;
}

export class CaseOutcomeDto {
  @ApiProperty()
  caseNumber: string;

  @ApiProperty({ enum: ['movable', 'pending', 'done', 'refused'] })
  state: string;

  @ApiProperty({ type: String, nullable: true, description: '为什么不能，怎么办' })
  message: string | null;
}

export class MigrationPreviewDto {
  @ApiProperty({ type: 'integer' })
  cases: number;

  @ApiProperty({ type: 'integer', description: '可以迁移的' })
  movable: number;

  @ApiProperty({ type: [MigrationElementDto], description: '有办件停留的环节' })
  elements: MigrationElementDto[];

  @ApiProperty({ type: [PlaceDto], description: '新版本的全部环节' })
  targets: PlaceDto[];

  @ApiProperty({ type: [CaseOutcomeDto], description: '预演：每个办件会怎样（不能迁移的在前）' })
  outcomes: CaseOutcomeDto[];
}

export class MigrationProgressDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  processId: string;

  @ApiProperty({ type: 'integer' })
  pending: number;

  @ApiProperty({ type: 'integer' })
  done: number;

  @ApiProperty({ type: 'integer' })
  refused: number;

  @ApiProperty({ type: [CaseOutcomeDto] })
  outcomes: CaseOutcomeDto[];
}
