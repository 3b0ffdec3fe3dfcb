import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

export class IncidentDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  element: string;

  @ApiProperty({ type: String, nullable: true })
  elementName: string | null;

  @ApiProperty()
  code: string;

  @ApiProperty({ description: '出了什么问题、怎么处理' })
  message: string;

  @ApiProperty({ enum: ['open', 'resolved'] })
  state: string;

  @ApiProperty({ format: 'date-time' })
  openedAt: Date;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  resolvedAt: Date | null;
}

export class IncidentListDto {
  @ApiProperty({ type: [IncidentDto] })
  items: IncidentDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class IncidentQuery {
  @ApiProperty({ enum: ['open', 'resolved'], required: false, default: 'open' })
  @IsOptional()
  @IsIn(['open', 'resolved'])
  state?: 'open' | 'resolved';

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  case?: string;
}

/** One incident with what the case knew when it went wrong. */
export class IncidentDetailDto extends IncidentDto {
  @ApiProperty({ type: Object, additionalProperties: true, description: '流程变量' })
  variables: Record<string, unknown>;
}

export class BulkRetryDto {
  @ApiProperty({ type: [String], description: '要重试的异常，最多 200 个' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  ids: string[];
}

export class RetryOutcomeDto {
  @ApiProperty()
  id: string;

  @ApiProperty({
    enum: ['resolved', 'running', 'open', 'pending', 'refused'],
    description: '已排除；对方系统还没有答复；重试后又出现；还在处理；不能重试',
  })
  outcome: string;

  @ApiProperty({ description: '给人看的话' })
  message: string;
}

export class BulkRetryAnswerDto {
  @ApiProperty({ type: [RetryOutcomeDto] })
  items: RetryOutcomeDto[];
}
