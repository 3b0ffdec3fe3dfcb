import type { CaseActName } from '../../../workflows/contracts/case.js';
import { CASE_ACTS, PERIODS, STATES, type PeriodName } from '../../../workflows/law/index.js';
import { OneOf, OpenObject, Shown, Text, Whole } from '../../platform/http/index.js';

/** Extension is asked for and approved, never done at once. */
const DIRECT = CASE_ACTS.filter((act) => act !== 'extend');

export class LegalActDto {
  @OneOf(DIRECT, {
    description: '特别程序、挂起、转报、终止、补正不来、退件、送达、归档、作废、听证',
  })
  act: Exclude<CaseActName, 'extend'>;

  @Text({ max: 2000, optional: true, description: '理由；对申请人不利的行为必填' })
  reason?: string;

  @OpenObject({
    optional: true,
    description:
      '特别程序：procedure（法定事由）、days（告知的工作日数）、document（告知书编号）；' +
      '告知听证权利：hearingOn（听证的日期）；' +
      '送达：way（window、post、electronic）、receiver（受送达人）、trackingNumber（邮寄单号）',
  })
  data?: Record<string, unknown>;
}

export class ExtensionDto {
  @Whole({ min: 1, max: 365, description: '延长的工作日数' })
  days: number;

  @Text({ min: 2, max: 2000, description: '延长的理由，将书面告知申请人' })
  reason: string;
}

export class ExtensionAskedDto {
  @Shown.text('审批任务的编号')
  task: string;
}

export class OfferedActDto {
  @Shown.oneOf(CASE_ACTS)
  act: CaseActName;

  @Shown.text()
  name: string;

  @Shown.flag()
  allowed: boolean;

  @Shown.text({ nullable: true, description: '现在不能办理的原因' })
  reason: string | null;

  @Shown.flag('是办件现在的状态不允许，不是法律另有的条件')
  wrongState: boolean;

  @Shown.flag('办理时必须写明理由')
  needsReason: boolean;

  @Shown.text({ nullable: true })
  article: string | null;

  @Shown.flag('对申请人不利：办理前再问一次')
  adverse: boolean;

  @Shown.flag('须先经他人批准')
  approval: boolean;
}

export class LegalTransitionDto {
  @Shown.instant()
  at: string;

  @Shown.text()
  act: string;

  @Shown.text()
  actName: string;

  @Shown.text()
  from: string;

  @Shown.text()
  to: string;

  @Shown.text()
  toName: string;

  @Shown.text({ nullable: true, description: '空 = 依法自动发生' })
  person: string | null;

  @Shown.text({ nullable: true })
  department: string | null;

  @Shown.text({ nullable: true })
  reason: string | null;

  @Shown.text({ nullable: true })
  article: string | null;
}

export class PauseDto {
  @Shown.instant()
  from: string;

  @Shown.instant({ nullable: true })
  to: string | null;

  @Shown.text()
  reason: string;

  @Shown.text()
  reasonName: string;

  @Shown.text({ nullable: true })
  article: string | null;
}

export class PauseReasonDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class ExtensionRightDto {
  @Shown.number('最多延长多少个工作日')
  days: number;

  @Shown.oneOf(['head', 'government'])
  by: 'head' | 'government';
}

/** A period beside the case's own clock: hearing, preliminary review, fine, remedies. */
export class PlannedPeriodDto {
  @Shown.oneOf(PERIODS)
  period: PeriodName;

  @Shown.oneOf(['agency', 'applicant'])
  whose: 'agency' | 'applicant';

  @Shown.text('设定期限的法条')
  article: string;

  @Shown.instant()
  from: string;

  @Shown.instant({ nullable: true, description: '空 = 中止计时或待日历' })
  due: string | null;

  @Shown.instant({ nullable: true })
  done: string | null;

  @Shown.flag('行政机关逾期')
  late: boolean;

  @Shown.oneOf(['green', 'warning', 'red', 'none'])
  light: 'green' | 'warning' | 'red' | 'none';
}

/** A case in law: its state, its clock, what was done and what may be done. */
export class LegalStandingDto {
  @Shown.oneOf(STATES)
  state: (typeof STATES)[number];

  @Shown.text()
  stateName: string;

  @Shown.text({ nullable: true, description: '适用的法律' })
  law: string | null;

  @Shown.text({ nullable: true })
  outcome: string | null;

  @Shown.text({ nullable: true })
  outcomeName: string | null;

  @Shown.instant({ nullable: true })
  receivedAt: string | null;

  @Shown.instant({ nullable: true, description: '逾期不告知即为受理' })
  acceptanceDueAt: string | null;

  @Shown.instant({ nullable: true })
  acceptedAt: string | null;

  @Shown.flag('因逾期不告知而视为受理')
  deemed: boolean;

  @Shown.instant({ nullable: true })
  dueAt: string | null;

  @Shown.instant({ nullable: true })
  promisedDueAt: string | null;

  @Shown.instant({
    nullable: true,
    description: '延续：许可有效期届满，届时没有作出决定即视为准予延续',
  })
  renewalDueAt: string | null;

  @Shown.flag('有效期届满前没有作出决定，已视为准予延续')
  renewedByLaw: boolean;

  @Shown.instant({ nullable: true })
  decidedAt: string | null;

  @Shown.instant({ nullable: true })
  deliverDueAt: string | null;

  @Shown.instant({ nullable: true })
  deliveredAt: string | null;

  @Shown.whole('批准延长的工作日数')
  extensionDays: number;

  @Shown.flag('时限跨入没有日历的年份：待日历')
  calendarPending: boolean;

  @Shown.instant({ nullable: true, description: '转报上级机关的时间' })
  forwardedAt: string | null;

  @Shown.list(PlannedPeriodDto, '听证、初步审查、缴纳罚款、救济的期限')
  periods: PlannedPeriodDto[];

  @Shown.list(PauseDto)
  pauses: PauseDto[];

  @Shown.list(PauseReasonDto, '不计入时限的法定事由')
  pauseReasons: PauseReasonDto[];

  @Shown.one(ExtensionRightDto, { nullable: true })
  extension: ExtensionRightDto | null;

  @Shown.day({ nullable: true, description: '告知书所定的听证日期' })
  hearingOn: string | null;

  @Shown.day({
    nullable: true,
    description: '现在告知的，听证最早可定在哪一天（七日前通知）；null = 那一年还没有工作日历',
  })
  hearingFrom: string | null;

  @Shown.list(LegalTransitionDto)
  moves: LegalTransitionDto[];

  @Shown.list(OfferedActDto, '当前岗位可以办理的行为')
  acts: OfferedActDto[];
}
