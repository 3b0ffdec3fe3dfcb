/** A case as its applicant and its handlers see it. */
import type { CaseState } from '../../../workflows/contracts/case.js';
import { STATES } from '../../../workflows/law/index.js';
import { ApplicantTaskDto } from './applicant-task.dto.js';
import { OfficialDocumentDto } from '../../papers/index.js';
import { Shown } from '../../platform/http/index.js';

export type CaseStateDto = CaseState;

export class ItemReferenceDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class TimelineEntryDto {
  @Shown.instant()
  at: string;

  @Shown.text('task-opened、task-completed、activity-done、state、incident、ended …')
  kind: string;

  @Shown.text({ nullable: true })
  element: string | null;

  @Shown.text({ nullable: true })
  name: string | null;

  @Shown.text({ nullable: true })
  person: string | null;

  @Shown.text({ nullable: true })
  department: string | null;

  @Shown.text({ nullable: true })
  level: string | null;

  @Shown.text({ nullable: true })
  outcome: string | null;

  @Shown.text({ nullable: true })
  outcomeName: string | null;

  @Shown.text({ nullable: true })
  opinion: string | null;

  @Shown.text('一句话说明')
  text: string;
}

export class CaseMaterialDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['upload', 'license', 'shared'])
  source: 'upload' | 'license' | 'shared';

  @Shown.text({ nullable: true })
  fileId: string | null;

  @Shown.text({ nullable: true })
  fileName: string | null;

  @Shown.text({ nullable: true, description: '免提交时：所用电子证照的标识' })
  licenseId: string | null;

  @Shown.text({ nullable: true })
  note: string | null;
}

export class PaymentDto {
  @Shown.text()
  id: string;

  @Shown.whole()
  amountCents: number;

  @Shown.oneOf(['ordered', 'paid', 'refused', 'refunded'])
  state: 'ordered' | 'paid' | 'refused' | 'refunded';

  @Shown.text({ nullable: true })
  payUrl: string | null;

  @Shown.text()
  itemName: string;

  @Shown.text('属于哪个办件')
  caseNumber: string;

  @Shown.instant({ nullable: true })
  paidAt: Date | null;
}

export class LicenceDto {
  @Shown.text('电子证照标识')
  identifier: string;

  @Shown.text()
  name: string;

  @Shown.text('证号')
  number: string;

  @Shown.text()
  issuedOn: string;

  @Shown.text({ nullable: true })
  validTo: string | null;

  @Shown.text()
  issuer: string;

  @Shown.text('属于哪个办件')
  caseNumber: string;
}

export class ChildCaseDto {
  @Shown.text()
  number: string;

  @Shown.text()
  itemName: string;

  @Shown.oneOf(STATES)
  state: CaseStateDto;

  @Shown.text()
  stateName: string;

  @Shown.text({ nullable: true, description: '在一件事中的编号：A、B …' })
  key: string | null;

  @Shown.instant({ nullable: true })
  dueAt: Date | null;

  @Shown.text({ nullable: true })
  leadDepartment: string | null;

  @Shown.flag()
  ended: boolean;
}

export class MaterialNameDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class CaseClockDto {
  @Shown.oneOf(['green', 'warning', 'red', 'none'])
  light: 'green' | 'warning' | 'red' | 'none';

  @Shown.instant({ nullable: true, description: '受理的时刻' })
  acceptedAt: string | null;

  @Shown.instant({ nullable: true, description: '作出决定的时刻' })
  decidedAt: string | null;

  @Shown.text({ nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @Shown.text({ nullable: true, example: '5 个工作日' })
  promised: string | null;

  @Shown.text('一天的长度被演示缩放时的说明，否则为空')
  note: string;
}

export class CaseSummaryDto {
  @Shown.text()
  number: string;

  @Shown.one(ItemReferenceDto)
  item: ItemReferenceDto;

  @Shown.oneOf(STATES)
  state: CaseStateDto;

  @Shown.text()
  stateName: string;

  @Shown.text()
  region: string;

  @Shown.text()
  regionName: string;

  @Shown.instant()
  submittedAt: string;

  @Shown.instant({ nullable: true, description: '法定期限届满' })
  dueAt: string | null;

  @Shown.instant({ nullable: true, description: '承诺期限届满' })
  promisedDueAt: string | null;

  @Shown.flag()
  ended: boolean;

  @Shown.flag('等申请人做事：补正、缴费')
  waitsForApplicant: boolean;
}

export class CaseDto extends CaseSummaryDto {
  @Shown.flag({ description: '抄送、核签的人只看被问到的这个办件，不含上下级办件、缴费和文书' })
  partOnly: boolean;

  @Shown.text()
  applicantName: string;

  @Shown.text()
  leadDepartment: string;

  @Shown.text({ nullable: true })
  parent: string | null;

  @Shown.list(ChildCaseDto)
  children: ChildCaseDto[];

  @Shown.list(TimelineEntryDto)
  timeline: TimelineEntryDto[];

  @Shown.list(CaseMaterialDto)
  materials: CaseMaterialDto[];

  @Shown.list(MaterialNameDto, '事项要求的全部材料，补正时从中选择')
  itemMaterials: MaterialNameDto[];

  @Shown.open()
  form: Record<string, unknown>;

  @Shown.open({ nullable: true })
  formSchema: Record<string, unknown> | null;

  @Shown.open({ nullable: true })
  uiSchema: Record<string, unknown> | null;

  @Shown.list(PaymentDto)
  payments: PaymentDto[];

  @Shown.list(LicenceDto)
  licences: LicenceDto[];

  @Shown.list(OfficialDocumentDto, '证照和文书；申请人只看到已出具的')
  documents: OfficialDocumentDto[];

  @Shown.flag('申请人现在能否撤回')
  withdrawable: boolean;

  @Shown.one(ApplicantTaskDto, { nullable: true })
  applicantTask: ApplicantTaskDto | null;

  @Shown.one(CaseClockDto)
  clock: CaseClockDto;
}

export class CaseListDto {
  @Shown.list(CaseSummaryDto)
  items: CaseSummaryDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class DiagramDto {
  @Shown.text('BPMN XML')
  xml: string;

  @Shown.texts('正在办的元素')
  active: string[];

  @Shown.texts('已办完的元素')
  completed: string[];

  @Shown.texts('出了异常的元素')
  incidents: string[];
}
