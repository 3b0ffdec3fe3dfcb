/** What is asked of a case, and what comes back. */
import { ApiProperty } from '@nestjs/swagger';
import {
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

export class SubmitDto {
  @ApiProperty({ format: 'uuid', description: '草稿的编号' })
  @IsUUID()
  draft: string;
}

export class WithdrawDto {
  @ApiProperty({ description: '撤回的理由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}

export class SupplementDto {
  @ApiProperty({ required: false, description: '给受理人的话' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  form?: Record<string, unknown>;

  @ApiProperty({
    type: Object,
    required: false,
    description: '补正的材料：材料编码 → 文件编号',
    additionalProperties: { type: 'array', items: { type: 'string', format: 'uuid' } },
  })
  @IsOptional()
  @IsObject()
  materials?: Record<string, string[]>;
}

export class RetryDto {
  @ApiProperty({
    type: Object,
    additionalProperties: true,
    required: false,
    description: '重试前改正的流程变量',
  })
  @IsOptional()
  @IsObject()
  variables?: Record<string, unknown>;
}

export class CompletionDto {
  @ApiProperty({ required: false, description: '结论，流程图中所列之一' })
  @IsOptional()
  @IsString()
  @Matches(/^[\w.-]{1,64}$/)
  outcome?: string;

  @ApiProperty({ required: false, description: '意见' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  opinion?: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  form?: Record<string, unknown>;
}

/** Done: what became of the case. */
export class CaseAnswerDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  stateName: string;

  @ApiProperty({ type: 'integer' })
  step: number;

  @ApiProperty()
  ended: boolean;
}

export class CommandDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  kind: string;

  @ApiProperty({ enum: ['pending', 'done', 'refused'] })
  status: 'pending' | 'done' | 'refused';

  @ApiProperty({ description: '给人看的话：已提交，正在处理 …' })
  message: string;

  @ApiProperty({ type: CaseAnswerDto, nullable: true })
  answer: CaseAnswerDto | null;
}
