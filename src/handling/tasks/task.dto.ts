/** A task as the people of its department see it. */
import { FormFieldDto } from '../../catalogue/index.js';
import { CaseDto } from '../case-page/index.js';
import { SentCopyDto } from './copy.dto.js';
import type { InboxView } from './inbox-sql.js';
import { SignOffDto } from './sign-offs/sign-off.dto.js';
import { CaseNumber, Cursor, OneOf, OpenObject, Shown, Text } from '../../platform/http/index.js';

const INBOX_VIEWS = ['pool', 'mine', 'delegated', 'done'] as const;

export class AssigneeDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;
}

export class OutcomeDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.flag('对申请人不利：必须写明理由，办理前再问一次')
  adverse: boolean;
}

export class TaskSummaryDto {
  @Shown.text()
  id: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemCode: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  element: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  act: string | null;

  @Shown.text()
  departmentName: string;

  @Shown.text({ nullable: true })
  level: string | null;

  @Shown.text({ nullable: true })
  role: string | null;

  @Shown.text()
  regionName: string;

  @Shown.text()
  applicantName: string;

  @Shown.oneOf(['open', 'completing', 'completed', 'cancelled', 'superseded'])
  state: 'open' | 'completing' | 'completed' | 'cancelled' | 'superseded';

  @Shown.instant()
  openedAt: string;

  @Shown.instant({ nullable: true })
  dueAt: string | null;

  @Shown.oneOf(['green', 'warning', 'red'])
  light: 'green' | 'warning' | 'red';

  @Shown.one(AssigneeDto, { nullable: true })
  assignee: AssigneeDto | null;

  @Shown.text({ nullable: true })
  departmentId: string | null;

  @Shown.text({ nullable: true, description: '流程图之外的任务是为什么事；流程环节为空' })
  purpose: string | null;

  @Shown.one(AssigneeDto, { nullable: true, description: '委派人；办完交回给他' })
  delegator: AssigneeDto | null;

  @Shown.oneOf(['sign-before', 'sign-after'], {
    nullable: true,
    description: '在等前加签，或已提交、在等后加签',
  })
  waiting: 'sign-before' | 'sign-after' | null;

  @Shown.whole('被催办的次数')
  urgedTimes: number;

  @Shown.instant({ nullable: true })
  urgedAt: string | null;

  @Shown.flag('事项允许批量办理这个环节')
  bulk: boolean;
}

export class TaskHistoryEntryDto {
  @Shown.instant()
  at: Date;

  @Shown.text({ example: 'transfer' })
  verb: string;

  @Shown.text({ nullable: true })
  person: string | null;

  @Shown.text({ nullable: true, description: '代谁办理' })
  inNameOf: string | null;

  @Shown.texts('转给谁、请谁加签、抄送谁、退回哪里')
  to: string[];

  @Shown.text({ nullable: true })
  outcome: string | null;

  @Shown.text({ nullable: true })
  opinion: string | null;
}

export class TaskDraftDto {
  @Text({ max: 100, optional: true, nullable: true })
  outcome: string | null;

  @Text({ max: 2000, optional: true, nullable: true })
  opinion: string | null;

  @OpenObject({ optional: true })
  form: Record<string, unknown>;
}

export class TaskDto extends TaskSummaryDto {
  @Shown.one(FormFieldDto, { nullable: true })
  formSchema: FormFieldDto | null;

  @Shown.open({ nullable: true })
  uiSchema: Record<string, unknown> | null;

  @Shown.list(OutcomeDto)
  outcomes: OutcomeDto[];

  @Shown.open()
  inputs: Record<string, unknown>;

  @Shown.text({ nullable: true, description: '它旁边的任务' })
  parentTask: string | null;

  @Shown.list(SignOffDto)
  signOffs: SignOffDto[];

  @Shown.list(SentCopyDto, '抄送给了谁；撤回的不再列出')
  copies: SentCopyDto[];

  @Shown.list(TaskHistoryEntryDto, '这个任务的操作记录，早的在前')
  operations: TaskHistoryEntryDto[];

  @Shown.one(TaskDraftDto, { nullable: true, description: '我写了一半的' })
  draft: TaskDraftDto | null;

  @Shown.one(AssigneeDto, { nullable: true, description: '我代谁办理；自己的为空' })
  actingAs: AssigneeDto | null;

  @Shown.one(CaseDto)
  case: CaseDto;
}

export class TaskListDto {
  @Shown.list(TaskSummaryDto)
  items: TaskSummaryDto[];

  @Shown.text({ nullable: true })
  next: string | null;

  @Shown.whole('本部门待领取的任务数')
  pool: number;

  @Shown.whole('我手上的任务数')
  mine: number;

  @Shown.whole('我委派出去、还没有交回的任务数')
  delegated: number;

  @Shown.whole('抄送给我、还没有看的')
  copies: number;
}

export class TaskQuery {
  @OneOf(INBOX_VIEWS, { optional: true, default: 'pool' })
  view?: InboxView;

  @Text({ max: 40, optional: true, description: '只看某个事项（事项编码）' })
  item?: string;

  @CaseNumber({ optional: true, description: '只看某个办件' })
  case?: string;

  @Text({ max: 100, optional: true, description: '只看某个环节' })
  element?: string;

  @Text({ max: 40, optional: true, description: '申请人、环节、区域名称中的字，或办件编号的开头' })
  q?: string;

  @OneOf(['overdue', 'soon', 'week'], { optional: true, description: '已超期、两天内、七天内到期' })
  due?: 'overdue' | 'soon' | 'week';

  @Cursor()
  cursor?: string;
}
