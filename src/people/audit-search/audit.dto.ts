import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';

const OUTCOMES = ['done', 'refused', 'failed'] as const;

export class AuditEntryDto {
  @ApiProperty({ description: '审计日志中的序号' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true, description: '谁；系统自己做的为空' })
  person: string | null;

  @ApiProperty({ type: String, nullable: true })
  personName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '以哪个岗位' })
  postTitle: string | null;

  @ApiProperty({ description: '做了什么，如 case.read、task.complete' })
  act: string;

  @ApiProperty({ description: '对什么做的，如 case:办件编号' })
  target: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  detail: Record<string, unknown>;

  @ApiProperty({ type: Number, nullable: true, description: '在链中的位置；刚写下、未入链的为空' })
  sequence: number | null;
}

export class AuditListDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items: AuditEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class AuditChainDto {
  @ApiProperty({ description: '已入链的条数' })
  sealed: number;

  @ApiProperty({ description: '等待入链的条数' })
  waiting: number;

  @ApiProperty({ description: '链头：最后一条的 SM3 值' })
  digest: string;
}

export class AuditQuery {
  @ApiProperty({ required: false, description: '人员编号或姓名' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  person?: string;

  @ApiProperty({ required: false, description: '做了什么；以 . 结尾的取一类，如 case.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  act?: string;

  @ApiProperty({ required: false, description: '对什么做的，如 case:办件编号' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  target?: string;

  @ApiProperty({ enum: OUTCOMES, required: false })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: string;

  @ApiProperty({ required: false, format: 'date-time', description: '自何时起（含）' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: '到何时止（不含）' })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
