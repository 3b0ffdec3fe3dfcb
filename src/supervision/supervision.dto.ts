import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class SupervisedCaseDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  stateName: string;

  @ApiProperty()
  region: string;

  @ApiProperty()
  regionName: string;

  @ApiProperty()
  leadDepartment: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  promisedDueAt: string | null;

  @ApiProperty({ enum: ['statutory', 'promised', 'step'], description: '先到期的是哪个期限' })
  limit: string;

  @ApiProperty({ format: 'date-time', description: '先到期的期限' })
  firstDueAt: string;

  @ApiProperty({ type: String, nullable: true, description: '当前环节' })
  step: string | null;

  @ApiProperty({ type: String, nullable: true, description: '当前环节的责任部门' })
  stepDepartment: string | null;

  @ApiProperty({ enum: ['warning', 'red'] })
  light: string;
}

export class SupervisedCaseListDto {
  @ApiProperty({ type: [SupervisedCaseDto] })
  items: SupervisedCaseDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class SupervisionQuery {
  @ApiProperty({ enum: ['overdue', 'due-soon'], required: false, default: 'overdue' })
  @IsOptional()
  @IsIn(['overdue', 'due-soon'])
  view?: 'overdue' | 'due-soon';

  @ApiProperty({ type: 'integer', required: false, default: 5, description: '几天内到期' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}
