/** A task as the people of its department see it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseDto } from '../case-page/index.js';
import type { InboxView } from './inbox-sql.js';
import { SignOffDto } from './sign-offs/sign-off.dto.js';

const INBOX_VIEWS = ['pool', 'mine', 'delegated', 'done'] as const;

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

  @ApiProperty({ type: String, nullable: true })
  departmentId: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: '流程图之外的任务是为什么事；流程环节为空',
  })
  purpose: string | null;

  @ApiProperty({ type: AssigneeDto, nullable: true, description: '委派人；办完交回给他' })
  delegator: AssigneeDto | null;

  @ApiProperty({
    enum: ['sign-before', 'sign-after'],
    nullable: true,
    type: String,
    description: '在等前加签，或已提交、在等后加签',
  })
  waiting: 'sign-before' | 'sign-after' | null;

  @ApiProperty({ type: 'integer', description: '被催办的次数' })
  urgedTimes: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  urgedAt: string | null;

  @ApiProperty({ description: '事项允许批量办理这个环节' })
  bulk: boolean;
}

export class TaskHistoryEntryDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ example: 'transfer' })
  verb: string;

  @ApiProperty({ type: String, nullable: true })
  person: string | null;

  @ApiProperty({ type: String, nullable: true, description: '代谁办理' })
  inNameOf: string | null;

  @ApiProperty({ type: [String], description: '转给谁、请谁加签、抄送谁、退回哪里' })
  to: string[];

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  opinion: string | null;
}

export class TaskDraftDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion: string | null;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  form: Record<string, unknown>;
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

  @ApiProperty({ type: String, nullable: true, description: '它旁边的任务' })
  parentTask: string | null;

  @ApiProperty({ type: [SignOffDto] })
  signOffs: SignOffDto[];

  @ApiProperty({ type: [TaskHistoryEntryDto], description: '这个任务的操作记录，早的在前' })
  operations: TaskHistoryEntryDto[];

  @ApiProperty({ type: TaskDraftDto, nullable: true, description: '我写了一半的' })
  draft: TaskDraftDto | null;

  @ApiProperty({ type: AssigneeDto, nullable: true, description: '我代谁办理；自己的为空' })
  actingAs: AssigneeDto | null;

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

  @ApiProperty({ type: 'integer', description: '我委派出去、还没有交回的任务数' })
  delegated: number;

  @ApiProperty({ type: 'integer', description: '抄送给我、还没有看的' })
  copies: number;
}

export class TaskQuery {
  @ApiProperty({ enum: INBOX_VIEWS, required: false, default: 'pool' })
  @IsOptional()
  @IsIn(INBOX_VIEWS)
  view?: InboxView;

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

  @ApiProperty({ required: false, description: '只看某个环节' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  element?: string;

  @ApiProperty({ required: false, description: '申请人、环节、区域名称中的字，或办件编号的开头' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;

  @ApiProperty({
    enum: ['overdue', 'soon', 'week'],
    required: false,
    description: '已超期、两天内、七天内到期',
  })
  @IsOptional()
  @IsIn(['overdue', 'soon', 'week'])
  due?: 'overdue' | 'soon' | 'week';

  @ApiProperty({ required: false, description: '上一页的 next' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}
