import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength, MinLength } from 'class-validator';

export class DecisionFileDto {
  @ApiProperty({ description: '决策文件的编号' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer', nullable: true, description: '此后发布的流程所用的版本' })
  publishedVersion: number | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;

  @ApiProperty()
  hasDraft: boolean;

  @ApiProperty({ type: [String], description: '文件中各决策的编号，业务规则任务以此引用' })
  decisions: string[];
}

export class DecisionFileListDto {
  @ApiProperty({ type: [DecisionFileDto] })
  items: DecisionFileDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class DecisionVersionDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  state: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  hash: string;

  @ApiProperty()
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;
}

export class DecisionVersionListDto {
  @ApiProperty({ type: [DecisionVersionDto] })
  items: DecisionVersionDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class DmnXmlDto {
  @ApiProperty({ description: 'DMN XML' })
  @IsString()
  @MinLength(1)
  @MaxLength(900_000)
  xml: string;
}

export class SavedDecisionFileDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published'] })
  state: string;
}

export class TryOutDto {
  @ApiProperty({ description: '决策的编号' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  decision: string;

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: '变量，按名称；日期写作 ISO 8601 文本',
  })
  @IsObject()
  variables: Record<string, unknown>;
}

export class TryOutXmlDto extends TryOutDto {
  @ApiProperty({ description: 'DMN XML' })
  @IsString()
  @MinLength(1)
  @MaxLength(900_000)
  xml: string;
}

export class DecisionStepDto {
  @ApiProperty({ description: '决策的编号' })
  decision: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ nullable: true, description: '任意 JSON' })
  value: unknown;

  @ApiProperty({ required: false, type: 'array', items: {}, description: '决策表各输入的取值' })
  inputs?: unknown[];

  @ApiProperty({ required: false, type: [Number], description: '命中的规则，从 1 计' })
  matched?: number[];

  @ApiProperty({ type: [String], description: '何处为何得到空值' })
  warnings: string[];
}

export class DecisionFailureDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ description: '出错的决策或业务知识模型的编号' })
  decision: string;

  @ApiProperty({ required: false, type: 'integer', description: '出错的规则，从 1 计' })
  rule?: number;

  @ApiProperty({ description: '哪里、什么不对、怎么办' })
  message: string;
}

export class TriedOutDto {
  @ApiProperty({ description: '是否得出结果' })
  ok: boolean;

  @ApiProperty({ required: false, nullable: true, description: '结果，任意 JSON' })
  value?: unknown;

  @ApiProperty({ required: false, type: DecisionFailureDto })
  failure?: DecisionFailureDto;

  @ApiProperty({ type: [DecisionStepDto], description: '依次求值的各决策' })
  trace: DecisionStepDto[];
}
