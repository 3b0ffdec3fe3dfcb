/** What the verbs of a task are told, and what they answer. */
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { TaskQuery } from './task.dto.js';

export class ReasonDto {
  @ApiProperty({ description: '理由；留在任务的操作记录里' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}

export class TransferDto extends ReasonDto {
  @ApiProperty({ required: false, description: '转给哪个岗位上的人' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  post?: string;

  @ApiProperty({ required: false, description: '或转到哪个部门的待领取' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  department?: string;
}

export class DelegationDto extends ReasonDto {
  @ApiProperty({ description: '委派给本部门哪个岗位上的人' })
  @IsString()
  @MaxLength(200)
  post: string;
}

export class OpinionDto {
  @ApiProperty({ description: '意见' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  opinion: string;
}

export class SendBackDto extends ReasonDto {
  @ApiProperty({
    description: '驳回到：previous（上一步）、applicant（申请人），或 returns 给出的去处',
    example: 'previous',
  })
  @IsString()
  @MaxLength(200)
  to: string;
}

export class SendBackTargetDto {
  @ApiProperty({ description: '驳回时填写的去处：环节编号；依次会签中为“环节#位次”' })
  to: string;

  @ApiProperty()
  element: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  role: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '上次办结的时间' })
  doneAt: Date | null;

  @ApiProperty({ type: [String], description: '会一并撤销、须重新办理的环节' })
  undone: string[];

  @ApiProperty({ type: [String], description: '已经发生、不会撤销的系统动作' })
  stays: string[];
}

export class CopiesDto {
  @ApiProperty({ type: [String], description: '抄送给哪些岗位上的人' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  posts: string[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class CopyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  taskId: string;

  @ApiProperty()
  taskName: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  byName: string;

  @ApiProperty()
  note: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '看过的时间' })
  readAt: Date | null;
}

export class UrgeDto {
  @ApiProperty({ required: false, description: '想对承办人说的话' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class UrgedDto {
  @ApiProperty({ type: 'integer', description: '催办了几个环节' })
  tasks: number;
}

export class DeskDto {
  @ApiProperty()
  postId: string;

  @ApiProperty()
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  role: string;

  @ApiProperty()
  departmentId: string;

  @ApiProperty()
  departmentName: string;
}

export class DepartmentDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  level: string;
}

export class DesksDto {
  @ApiProperty({ type: [DepartmentDto], description: '可以接办的部门，本部门在前' })
  departments: DepartmentDto[];

  @ApiProperty({ type: [DeskDto] })
  desks: DeskDto[];
}

export class DesksQuery {
  @ApiProperty({
    enum: ['transfer', 'delegate', 'any'],
    description: '转办、委派的对象，或全部人员（加签、抄送）',
  })
  @IsIn(['transfer', 'delegate', 'any'])
  for: 'transfer' | 'delegate' | 'any';

  @ApiProperty({ required: false, description: '姓名、部门、岗位中的字' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;
}

export class BulkDto {
  @ApiProperty({ type: [String], description: '任务编号，最多 100 个' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  ids: string[];
}

export class BulkCompletionDto extends BulkDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  outcome?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  form?: Record<string, unknown>;
}

export class BulkOutcomeDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: ['done', 'pending', 'refused'], description: 'pending：已提交，正在处理' })
  state: 'done' | 'pending' | 'refused';

  @ApiProperty({ type: String, nullable: true, description: '为什么不行，怎么办' })
  message: string | null;
}

export class DeputyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty()
  deputyId: string;

  @ApiProperty()
  deputyName: string;

  @ApiProperty({ type: String, nullable: true })
  postId: string | null;

  @ApiProperty({ type: String, nullable: true })
  postTitle: string | null;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ description: '今天有效' })
  active: boolean;
}

export class NewDeputyDto {
  @ApiProperty({ description: '代理人的岗位' })
  @IsString()
  @MaxLength(200)
  deputy: string;

  @ApiProperty({ required: false, description: '只代理我的这个岗位；不填为全部' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  post?: string;

  @ApiProperty({ format: 'date', description: '第一天' })
  @IsDateString({ strict: true })
  from: string;

  @ApiProperty({ format: 'date', description: '最后一天' })
  @IsDateString({ strict: true })
  to: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class SavedViewDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: TaskQuery })
  query: TaskQuery;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class NewViewDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  name: string;

  @ApiProperty({ type: TaskQuery })
  @ValidateNested()
  @Type(() => TaskQuery)
  query: TaskQuery;
}

export class OpinionTemplateDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  text: string;
}

export class NewOpinionTemplateDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  text: string;
}
