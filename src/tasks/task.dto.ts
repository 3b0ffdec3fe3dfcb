/** A task as the people of its department see it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseDto } from '../cases/index.js';

export class AssigneeDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class OutcomeDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class TaskSummaryDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemCode: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  element: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  act: string | null;

  @ApiProperty()
  departmentName: string;

  @ApiProperty({ type: String, nullable: true })
  level: string | null;

  @ApiProperty({ type: String, nullable: true })
  role: string | null;

  @ApiProperty()
  regionName: string;

  @ApiProperty()
  applicantName: string;

  @ApiProperty({ enum: ['open', 'completing', 'completed', 'cancelled', 'superseded'] })
  state: string;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;

  @ApiProperty({ enum: ['green', 'warning', 'red'] })
  light: 'green' | 'warning' | 'red';

  @ApiProperty({ type: AssigneeDto, nullable: true })
  assignee: AssigneeDto | null;
}

export class TaskDto extends TaskSummaryDto {
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  formSchema: Record<string, unknown> | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  uiSchema: Record<string, unknown> | null;

  @ApiProperty({ type: [OutcomeDto] })
  outcomes: OutcomeDto[];

  @ApiProperty({ type: Object, additionalProperties: true })
  inputs: Record<string, unknown>;

  @ApiProperty({ type: CaseDto })
  case: CaseDto;
}

export class TaskListDto {
  @ApiProperty({ type: [TaskSummaryDto] })
  items: TaskSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  @ApiProperty({ type: 'integer', description: '本部门待领取的任务数' })
  pool: number;

  @ApiProperty({ type: 'integer', description: '我手上的任务数' })
  mine: number;
}

export class TaskQuery {
  @ApiProperty({ enum: ['pool', 'mine'], required: false, default: 'pool' })
  @IsOptional()
  @IsIn(['pool', 'mine'])
  view?: 'pool' | 'mine';

  @ApiProperty({ required: false, description: '只看某个事项（事项编码）' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  item?: string;

  @ApiProperty({ required: false, description: '只看某个办件' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  case?: string;

  @ApiProperty({ required: false, description: '上一页的 next' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}
