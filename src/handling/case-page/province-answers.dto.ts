/** What the province answered in a case, as its handlers see it beside the form. */
import { OCCASIONS, type Occasion, OUTCOMES, type Outcome } from '../../cases/index.js';
import { Shown } from '../../platform/http/index.js';

/** `blank`: the form asks for it and was left empty; `only-there`: no form asks for it. */
export const VERDICTS = ['agrees', 'differs', 'blank', 'only-there'] as const;
export type Verdict = (typeof VERDICTS)[number];

export class ProvinceFieldDto {
  @Shown.text('省里怎样称呼这一项')
  name: string;

  @Shown.text('省里登记的')
  registered: string;

  @Shown.text({ nullable: true, description: '申请表中对应的项目；空 = 申请表没有这一项' })
  field: string | null;

  @Shown.text({ nullable: true, description: '申请表所填；空 = 没有填' })
  filled: string | null;

  @Shown.oneOf(VERDICTS)
  verdict: Verdict;
}

export class ProvinceRecordDto {
  @Shown.list(ProvinceFieldDto)
  fields: ProvinceFieldDto[];
}

export class ProvinceAnswerDto {
  @Shown.text('哪个登记库、哪个系统')
  source: string;

  @Shown.oneOf(OCCASIONS, '提交申请时、补正时，或者流程的环节')
  occasion: Occasion;

  @Shown.text({ nullable: true, description: '流程的哪个环节' })
  step: string | null;

  @Shown.text('用途')
  purpose: string;

  @Shown.instant('最近一次应答，或者最近一次没有应答的时间')
  at: Date;

  @Shown.oneOf(OUTCOMES, '有记录、没有记录、拒绝，或者没有应答')
  outcome: Outcome;

  @Shown.text({ nullable: true, description: '为什么拒绝、没有应答' })
  reason: string | null;

  @Shown.whole('问了几次')
  attempts: number;

  @Shown.list(ProvinceRecordDto)
  records: ProvinceRecordDto[];
}

export class ProvinceAnswersDto {
  @Shown.list(ProvinceAnswerDto, '新的在前')
  items: ProvinceAnswerDto[];
}
