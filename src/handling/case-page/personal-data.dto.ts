import { CaseMaterialDto } from './case-materials.dto.js';
import { CorrectionMadeDto } from './corrections-made.dto.js';
import { ProvinceAnswerDto } from './province-answers.dto.js';
import { TimelineEntryDto } from './case-timeline.dto.js';
import { Shown, Text } from '../../platform/http/index.js';

export class ShowPersonalDataDto {
  @Text({ min: 2, max: 200, description: '为什么需要看，记入审计' })
  reason: string;
}

export class PersonalDataDto {
  @Shown.open({ description: '申请表，号码不遮盖' })
  form: Record<string, unknown>;

  @Shown.list(TimelineEntryDto)
  timeline: TimelineEntryDto[];

  @Shown.list(CorrectionMadeDto)
  corrections: CorrectionMadeDto[];

  @Shown.list(CaseMaterialDto)
  materials: CaseMaterialDto[];

  @Shown.list(ProvinceAnswerDto, '省里的应答；申请人自己看时为空')
  provinceAnswers: ProvinceAnswerDto[];
}
