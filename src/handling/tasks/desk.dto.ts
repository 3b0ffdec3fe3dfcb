/** Whom a verb may name, and where a task may be sent back to. */
import { OneOf, Shown, Text } from '../../platform/http/index.js';

export class SendBackTargetDto {
  @Shown.text('驳回时填写的去处：环节编号；依次会签中为“环节#位次”')
  to: string;

  @Shown.text()
  element: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  role: string | null;

  @Shown.instant({ nullable: true, description: '上次办结的时间' })
  doneAt: Date | null;

  @Shown.texts('会一并撤销、须重新办理的环节')
  undone: string[];

  @Shown.texts('已经发生、不会撤销的系统动作')
  stays: string[];
}

export class DeskDto {
  @Shown.text()
  postId: string;

  @Shown.text()
  personId: string;

  @Shown.text()
  personName: string;

  @Shown.text()
  title: string;

  @Shown.text()
  role: string;

  @Shown.text()
  departmentId: string;

  @Shown.text()
  departmentName: string;
}

export class DepartmentDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text()
  level: string;
}

export class DesksDto {
  @Shown.list(DepartmentDto, '可以接办的部门，本部门在前')
  departments: DepartmentDto[];

  @Shown.list(DeskDto)
  desks: DeskDto[];
}

export class DesksQuery {
  @OneOf(['transfer', 'delegate', 'any'], {
    description: '转办、委派的对象，或全部人员（加签、抄送）',
  })
  for: 'transfer' | 'delegate' | 'any';

  @Text({ max: 40, optional: true, description: '姓名、部门、岗位中的字' })
  q?: string;
}
