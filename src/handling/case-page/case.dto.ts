/** A case as its applicant and its handlers see it. */
import { FormFieldDto } from '../../catalogue/index.js';
import { ArchivePackageDto, OfficialDocumentDto, RegulationDto } from '../../papers/index.js';
import { Shown } from '../../platform/http/index.js';
import { RatingDto } from '../ratings/index.js';
import { ApplicantTaskDto } from './applicant-task.dto.js';
import { CaseClockDto } from './case-clock.dto.js';
import { CaseMaterialDto, MaterialNameDto } from './case-materials.dto.js';
import { LicenceDto, PaymentDto } from './case-outcome.dto.js';
import { CaseSummaryDto, ChildCaseDto } from './case-summary.dto.js';
import { TimelineEntryDto } from './case-timeline.dto.js';
import { CorrectionMadeDto } from './corrections-made.dto.js';

export class AgentDto {
  @Shown.text()
  name: string;

  @Shown.flag('受申请人委托；否则是村（社区）代办员')
  authorised: boolean;

  @Shown.day({ nullable: true, description: '委托的最后一天' })
  to: string | null;

  @Shown.flag('委托今天有效')
  counts: boolean;
}

export class CaseDto extends CaseSummaryDto {
  @Shown.flag({ description: '抄送、核签的人只看被问到的这个办件，不含上下级办件、缴费和文书' })
  partOnly: boolean;

  @Shown.instant({ description: '收到申请的时间；表单的条件按这一天判断' })
  handedInAt: string;

  @Shown.text()
  applicantName: string;

  @Shown.one(AgentDto, { nullable: true, description: '代办人；本人申请的为空' })
  agent: AgentDto | null;

  @Shown.text()
  leadDepartment: string;

  @Shown.text({ nullable: true })
  parent: string | null;

  @Shown.flag('由下级机关初步审查后转报而来，parent 是下级的办件')
  sentUp: boolean;

  @Shown.list(ChildCaseDto)
  children: ChildCaseDto[];

  @Shown.list(TimelineEntryDto)
  timeline: TimelineEntryDto[];

  @Shown.list(CaseMaterialDto)
  materials: CaseMaterialDto[];

  @Shown.list(MaterialNameDto, '事项要求的全部材料，补正时从中选择')
  itemMaterials: MaterialNameDto[];

  @Shown.flag('有号码被遮盖，您说明理由后可以查看')
  masked: boolean;

  @Shown.open()
  form: Record<string, unknown>;

  @Shown.one(FormFieldDto, { nullable: true })
  formSchema: FormFieldDto | null;

  @Shown.open({ nullable: true })
  uiSchema: Record<string, unknown> | null;

  @Shown.list(CorrectionMadeDto, '要求补正了什么、改了什么，最近的在前')
  corrections: CorrectionMadeDto[];

  @Shown.list(PaymentDto)
  payments: PaymentDto[];

  @Shown.list(LicenceDto)
  licences: LicenceDto[];

  @Shown.list(OfficialDocumentDto, '证照和文书；申请人只看到已出具的')
  documents: OfficialDocumentDto[];

  @Shown.one(RegulationDto, {
    nullable: true,
    description: '审管联动：谁监管、签收和检查的情况；空 = 决定机关自己监管，或者尚未准予',
  })
  regulation: RegulationDto | null;

  @Shown.one(RatingDto, {
    nullable: true,
    description: '好差评和差评的处理；空 = 没有评价，不算好评',
  })
  rating: RatingDto | null;

  @Shown.one(ArchivePackageDto, {
    nullable: true,
    description: '归档：办到哪一步、四性检测和保管期限，只给工作人员看；空 = 还没有申请归档',
  })
  archive: ArchivePackageDto | null;

  @Shown.flag('申请人现在能否撤回')
  withdrawable: boolean;

  @Shown.one(ApplicantTaskDto, { nullable: true })
  applicantTask: ApplicantTaskDto | null;

  @Shown.one(CaseClockDto)
  clock: CaseClockDto;
}
