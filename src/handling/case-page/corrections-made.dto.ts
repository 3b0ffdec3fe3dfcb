/** What was asked of an applicant, and what the applicant changed for it. */
import { Shown } from '../../platform/http/index.js';

export class AskedPlaceDto {
  @Shown.text('材料或者表单项的名称')
  name: string;

  @Shown.text({ nullable: true, description: '要求补正的内容' })
  problem: string | null;
}

export class ChangedAnswerDto {
  @Shown.text('表单项')
  field: string;

  @Shown.text()
  title: string;

  @Shown.any({ description: '改正前；空 = 没有填写' })
  before: unknown;

  @Shown.any({ description: '改正后；空 = 不再填写' })
  after: unknown;
}

export class CorrectionMadeDto {
  @Shown.instant()
  at: string;

  @Shown.text({
    nullable: true,
    description: 'correct 补正、resubmit 预审退回后重新提交、fill-gaps 容缺补齐',
  })
  act: string | null;

  @Shown.list(AskedPlaceDto, '要求补正的各处')
  asked: AskedPlaceDto[];

  @Shown.list(ChangedAnswerDto, '改了什么')
  changes: ChangedAnswerDto[];

  @Shown.texts('重新提交的材料')
  materials: string[];
}
