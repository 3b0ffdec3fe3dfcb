import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { CaseActName } from '../../../workflows/contracts/case.js';
import { CASE_ACTS, STATES } from '../../../workflows/law/index.js';

/** Extension is asked for and approved, never done at once. */
const DIRECT = CASE_ACTS.filter((act) => act !== 'extend');

export class LegalActDto {
  @ApiProperty({
    enum: DIRECT,
    description: '特别程序、挂起、转报、终止、补正不来、退件、送达、归档、作废、听证',
  })
  @IsIn(DIRECT)
  act: Exclude<CaseActName, 'extend'>;

  @ApiProperty({ required: false, description: '理由；对申请人不利的行为必填' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    required: false,
    description:
      '特别程序：procedure（法定事由）、days（告知的工作日数）、document（告知书编号）；' +
      '送达：way（window、post、electronic）、receiver（受送达人）、trackingNumber（邮寄单号）',
  })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;
}

export class ExtensionDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: '延长的工作日数' })
  @IsInt()
  @Min(1)
  @Max(365)
  days: number;

  @ApiProperty({ description: '延长的理由，将书面告知申请人' })
  @IsString()
  @MinLength(2)
  @MaxLength(2000)
  reason: string;
}

export class ExtensionAskedDto {
  @ApiProperty({ description: '审批任务的编号' })
  task: string;
}

export class OfferedActDto {
  @ApiProperty({ enum: CASE_ACTS })
  act: CaseActName;

  @ApiProperty()
  name: string;

  @ApiProperty()
  allowed: boolean;

  @ApiProperty({ type: String, nullable: true, description: '现在不能办理的原因' })
  reason: string | null;

  @ApiProperty({ description: '是办件现在的状态不允许，不是法律另有的条件' })
  wrongState: boolean;

  @ApiProperty({ description: '办理时必须写明理由' })
  needsReason: boolean;

  @ApiProperty({ type: String, nullable: true })
  article: string | null;

  @ApiProperty({ description: '须先经他人批准' })
  approval: boolean;
}

export class LegalTransitionDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  act: string;

  @ApiProperty()
  actName: string;

  @ApiProperty()
  from: string;

  @ApiProperty()
  to: string;

  @ApiProperty()
  toName: string;

  @ApiProperty({ type: String, nullable: true, description: '空 = 依法自动发生' })
  person: string | null;

  @ApiProperty({ type: String, nullable: true })
  department: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  article: string | null;
}

export class PauseDto {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  to: string | null;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  reasonName: string;

  @ApiProperty({ type: String, nullable: true })
  article: string | null;
}

export class PauseReasonDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;
}

export class ExtensionRightDto {
  @ApiProperty({ description: '最多延长多少个工作日' })
  days: number;

  @ApiProperty({ enum: ['head', 'government'] })
  by: 'head' | 'government';
}

/** A case in law: its state, its clock, what was done and what may be done. */
export class LegalStandingDto {
  @ApiProperty({ enum: STATES })
  state: string;

  @ApiProperty()
  stateName: string;

  @ApiProperty({ type: String, nullable: true, description: '适用的法律' })
  law: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcomeName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  receivedAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '逾期不告知即为受理',
  })
  acceptanceDueAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt: string | null;

  @ApiProperty({ description: '因逾期不告知而视为受理' })
  deemed: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  promisedDueAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '延续：许可有效期届满，届时没有作出决定即视为准予延续',
  })
  renewalDueAt: string | null;

  @ApiProperty({ description: '有效期届满前没有作出决定，已视为准予延续' })
  renewedByLaw: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  deliverDueAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  deliveredAt: string | null;

  @ApiProperty({ type: 'integer', description: '批准延长的工作日数' })
  extensionDays: number;

  @ApiProperty({ description: '时限跨入没有日历的年份：待日历' })
  calendarPending: boolean;

  @ApiProperty({ type: [PauseDto] })
  pauses: PauseDto[];

  @ApiProperty({ type: [PauseReasonDto], description: '不计入时限的法定事由' })
  pauseReasons: PauseReasonDto[];

  @ApiProperty({ type: ExtensionRightDto, nullable: true })
  extension: ExtensionRightDto | null;

  @ApiProperty({ type: [LegalTransitionDto] })
  moves: LegalTransitionDto[];

  @ApiProperty({ type: [OfferedActDto], description: '当前岗位可以办理的行为' })
  acts: OfferedActDto[];
}
