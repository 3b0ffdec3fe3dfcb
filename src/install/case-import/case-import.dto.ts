import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Min } from 'class-validator';

const RUN_STATES = ['checked', 'running', 'done', 'dropped'] as const;
const LINE_STATES = ['ready', 'faulty', 'brought', 'already', 'refused'] as const;

export class OlderCasesDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'CSV（UTF-8）或 JSON，按模板' })
  file: unknown;
}

export class SourceQuery {
  @ApiProperty({ description: '原系统的代号；与原办件编号一起，同一件只导入一次' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/)
  sourceSystem: string;
}

export class TemplateQuery {
  @ApiProperty({ enum: ['csv', 'json'], required: false })
  @IsOptional()
  @IsIn(['csv', 'json'])
  format?: 'csv' | 'json';
}

export class LinesQuery {
  @ApiProperty({ enum: LINE_STATES, required: false })
  @IsOptional()
  @IsIn(LINE_STATES)
  state?: (typeof LINE_STATES)[number];

  @ApiProperty({ required: false, description: '从这一行之后' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
}

export class LineErrorDto {
  @ApiProperty({ type: String, nullable: true, description: '哪一列；null = 整行' })
  column: string | null;

  @ApiProperty()
  code: string;

  @ApiProperty({ description: '哪里不对、怎么改' })
  message: string;
}

export class LineOutcomeDto {
  @ApiProperty({ description: '文件中的第几行（JSON 为第几项）' })
  line: number;

  @ApiProperty({ type: String, nullable: true })
  sourceNumber: string | null;

  @ApiProperty({
    enum: LINE_STATES,
    description: 'ready 可导入，faulty 有错，brought 已导入，already 早已导入，refused 导入时被拒',
  })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  caseNumber: string | null;

  @ApiProperty({ type: [LineErrorDto] })
  errors: LineErrorDto[];
}

export class LineOutcomeListDto {
  @ApiProperty({ type: [LineOutcomeDto] })
  items: LineOutcomeDto[];

  @ApiProperty({ type: Number, nullable: true, description: '下一页的 after' })
  next: number | null;
}

export class BringingOverDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  sourceSystem: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ enum: RUN_STATES, description: 'checked = 只检查过，什么都没有导入' })
  state: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  startedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  personName: string | null;

  @ApiProperty()
  total: number;

  @ApiProperty({ description: '可以导入、还没有导入的' })
  ready: number;

  @ApiProperty({ description: '有错误、不会导入的' })
  faulty: number;

  @ApiProperty()
  brought: number;

  @ApiProperty({ description: '以前已经导入过的' })
  already: number;

  @ApiProperty({ description: '检查时没有错、导入时被拒的' })
  refused: number;
}

export class BringingOverListDto {
  @ApiProperty({ type: [BringingOverDto] })
  items: BringingOverDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
