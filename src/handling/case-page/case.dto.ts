/** A case as its applicant and its handlers see it. */
import { ApiProperty } from '@nestjs/swagger';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { STATES } from '../../../workflows/law/index.js';
import { ApplicantTaskDto } from './applicant-task.dto.js';
import { OfficialDocumentDto } from '../../papers/index.js';

export type CaseStateDto = CaseState;

export class ItemReferenceDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;
}

export class TimelineEntryDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({
    description: 'task-opened、task-completed、activity-done、state、incident、ended …',
  })
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  element: string | null;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  person: string | null;

  @ApiProperty({ type: String, nullable: true })
  department: string | null;

  @ApiProperty({ type: String, nullable: true })
  level: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcomeName: string | null;

  @ApiProperty({ type: String, nullable: true })
  opinion: string | null;

  @ApiProperty({ description: '一句话说明' })
  text: string;
}

export class CaseMaterialDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['upload', 'license', 'shared'] })
  source: string;

  @ApiProperty({ type: String, nullable: true })
  fileId: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '免提交时：所用电子证照的标识' })
  licenseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class PaymentDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: 'integer' })
  amountCents: number;

  @ApiProperty({ enum: ['ordered', 'paid', 'refused', 'refunded'] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  payUrl: string | null;

  @ApiProperty()
  itemName: string;

  @ApiProperty({ description: '属于哪个办件' })
  caseNumber: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  paidAt: Date | null;
}

export class LicenceDto {
  @ApiProperty({ description: '电子证照标识' })
  identifier: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: '证号' })
  number: string;

  @ApiProperty()
  issuedOn: string;

  @ApiProperty({ type: String, nullable: true })
  validTo: string | null;

  @ApiProperty()
  issuer: string;

  @ApiProperty({ description: '属于哪个办件' })
  caseNumber: string;
}

export class ChildCaseDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty({ enum: STATES })
  state: CaseStateDto;

  @ApiProperty()
  stateName: string;

  @ApiProperty({ type: String, nullable: true, description: '在一件事中的编号：A、B …' })
  key: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  leadDepartment: string | null;

  @ApiProperty()
  ended: boolean;
}

export class MaterialNameDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;
}

export class CaseClockDto {
  @ApiProperty({ enum: ['green', 'warning', 'red', 'none'] })
  light: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '受理的时刻' })
  acceptedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '作出决定的时刻' })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @ApiProperty({ type: String, nullable: true, example: '5 个工作日' })
  promised: string | null;

  @ApiProperty({ description: '一天的长度被演示缩放时的说明，否则为空' })
  note: string;
}

export class CaseSummaryDto {
  @ApiProperty()
  number: string;

  @ApiProperty({ type: ItemReferenceDto })
  item: ItemReferenceDto;

  @ApiProperty({ enum: STATES })
  state: CaseStateDto;

  @ApiProperty()
  stateName: string;

  @ApiProperty()
  region: string;

  @ApiProperty()
  regionName: string;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '法定期限届满' })
  dueAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '承诺期限届满' })
  promisedDueAt: string | null;

  @ApiProperty()
  ended: boolean;

  @ApiProperty({ description: '等申请人做事：补正、缴费' })
  waitsForApplicant: boolean;
}

export class CaseDto extends CaseSummaryDto {
  @ApiProperty()
  applicantName: string;

  @ApiProperty()
  leadDepartment: string;

  @ApiProperty({ type: String, nullable: true })
  parent: string | null;

  @ApiProperty({ type: [ChildCaseDto] })
  children: ChildCaseDto[];

  @ApiProperty({ type: [TimelineEntryDto] })
  timeline: TimelineEntryDto[];

  @ApiProperty({ type: [CaseMaterialDto] })
  materials: CaseMaterialDto[];

  @ApiProperty({ type: [MaterialNameDto], description: '事项要求的全部材料，补正时从中选择' })
  itemMaterials: MaterialNameDto[];

  @ApiProperty({ type: Object, additionalProperties: true })
  form: Record<string, unknown>;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  formSchema: Record<string, unknown> | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  uiSchema: Record<string, unknown> | null;

  @ApiProperty({ type: [PaymentDto] })
  payments: PaymentDto[];

  @ApiProperty({ type: [LicenceDto] })
  licences: LicenceDto[];

  @ApiProperty({
    type: [OfficialDocumentDto],
    description: '证照和文书；申请人只看到已出具的',
  })
  documents: OfficialDocumentDto[];

  @ApiProperty({ description: '申请人现在能否撤回' })
  withdrawable: boolean;

  @ApiProperty({ type: ApplicantTaskDto, nullable: true })
  applicantTask: ApplicantTaskDto | null;

  @ApiProperty({ type: CaseClockDto })
  clock: CaseClockDto;
}

export class CaseListDto {
  @ApiProperty({ type: [CaseSummaryDto] })
  items: CaseSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class DiagramDto {
  @ApiProperty({ description: 'BPMN XML' })
  xml: string;

  @ApiProperty({ type: [String], description: '正在办的元素' })
  active: string[];

  @ApiProperty({ type: [String], description: '已办完的元素' })
  completed: string[];

  @ApiProperty({ type: [String], description: '出了异常的元素' })
  incidents: string[];
}
