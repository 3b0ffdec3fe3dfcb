/** Whom a verb may name, and where a task may be sent back to. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

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
