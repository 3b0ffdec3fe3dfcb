import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

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
  openedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  resolvedAt: string | null;
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
