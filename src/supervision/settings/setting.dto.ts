import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { ChineseDate, Decimal, Patterns, Shown, Whole } from '../../platform/http/index.js';
import type { SettingKind, Settings } from '../../versions/index.js';

const Hours = (description: string) => Whole({ min: 1, max: 720, description } as const);
const Points = (description: string, max: number) =>
  Decimal({ min: 0, max, places: 2, description } as const);

export class UrgeLimitsDto {
  @Hours('申请人两次催办之间至少几小时')
  applicantHours: number;

  @Hours('监督人员两次催办之间至少几小时')
  supervisorHours: number;
}

export class AppraisalPointsDto {
  @Points('承诺时限内办结，分', 100)
  promised: number;

  @Points('法定时限内办结，分', 100)
  statutory: number;

  @Points('用时比法定时限缩短，分', 100)
  compression: number;

  @Points('一次受理，分', 100)
  firstTime: number;

  @Points('每张预警扣分', 20)
  warning: number;

  @Points('每张黄牌扣分', 20)
  yellow: number;

  @Points('每张红牌扣分', 20)
  red: number;

  @Whole({
    min: 1,
    max: 1000,
    optional: true,
    description: '参加排名至少办结几件；不填为 3 件',
  })
  leastCases?: number;
}

export class NewUrgeLimitsDto extends UrgeLimitsDto {
  @ChineseDate({ description: '从哪天起，YYYY-MM-DD' })
  validFrom: string;
}

export class NewAppraisalPointsDto extends AppraisalPointsDto {
  @ChineseDate({ description: '从哪天起，YYYY-MM-DD' })
  validFrom: string;
}

const Days = (description: string) => Whole({ min: 1, max: 3650, description } as const);

export class RetentionDaysDto {
  @Days('未提交的草稿（含窗口代录的信息），自最后修改起保存几天')
  draftDays: number;

  @Days('已提交的草稿，自申报起保存几天；办件自身另有完整内容')
  handedInDraftDays: number;

  @Days('没有用到的文件，自上传起保存几天')
  fileDays: number;

  @Days('请求的首次应答，自请求起保存几天；期间原样重发得到同一应答')
  answerDays: number;

  // Operators see the text messages of thirty days.
  @Whole({
    min: 30,
    max: 3650,
    optional: true,
    description: '提醒和它的短信记录保存几天；不填为 730 天',
  })
  notificationDays?: number;
}

export class NewRetentionDaysDto extends RetentionDaysDto {
  @ChineseDate({ description: '从哪天起，YYYY-MM-DD' })
  validFrom: string;
}

export class ListsAheadDto {
  @Whole({ min: 0, max: 12, description: '当月之后几个月的发放名单可以提前造册' })
  monthsAhead: number;
}

export class NewListsAheadDto extends ListsAheadDto {
  @ChineseDate({ description: '从哪天起，YYYY-MM-DD' })
  validFrom: string;
}

/** Kinds of definitions by their codes; `test/versions` holds them against the registry. */
export const PUBLISHED_KINDS = [
  'process',
  'decision',
  'form',
  'document-template',
  'calendar',
  'item',
  'notification-text',
] as const;

/** Kinds that have a way of their own (送审) before they are published. */
const KINDS_WITH_WAY = ['item'] as const;

export class PublicationSettingDto {
  @Patterns(new RegExp(`^(${PUBLISHED_KINDS.join('|')})$`), {
    most: PUBLISHED_KINDS.length,
    description: `须由起草人以外的人发布的定义：${PUBLISHED_KINDS.join('、')}`,
  })
  secondPerson: string[];

  @Patterns(new RegExp(`^(${KINDS_WITH_WAY.join('|')})$`), {
    ...{ optional: true, most: KINDS_WITH_WAY.length },
    description: `只能送审后发布的定义：${KINDS_WITH_WAY.join('、')}；不填则不变`,
  })
  byWay?: string[];
}

export class NewPublicationSettingDto extends PublicationSettingDto {
  @ChineseDate({ description: '从哪天起，最早明天，YYYY-MM-DD' })
  validFrom: string;
}

export class QuietHoursDto {
  @Whole({ min: 0, max: 23, description: '从几点起不发短信' })
  quietFrom: number;

  @Whole({ min: 0, max: 23, description: '到几点为止；与开始相同则全天可发' })
  quietTo: number;
}

export class NewQuietHoursDto extends QuietHoursDto {
  @ChineseDate({ description: '从哪天起，YYYY-MM-DD' })
  validFrom: string;
}

const KINDS: readonly SettingKind[] = [
  'urges',
  'appraisal',
  'benefits',
  'publication',
  'retention',
  'quiet-hours',
];
const CONTENTS = [
  ...[UrgeLimitsDto, AppraisalPointsDto, ListsAheadDto, PublicationSettingDto],
  RetentionDaysDto,
  QuietHoursDto,
];

@ApiExtraModels(...CONTENTS)
export class SettingVersionDto {
  @Shown.oneOf(KINDS)
  kind: SettingKind;

  @Shown.whole()
  version: number;

  @Shown.as({ oneOf: CONTENTS.map((one) => ({ $ref: getSchemaPath(one) })) })
  content: Settings[SettingKind];

  @Shown.text()
  validFrom: string;

  @Shown.instant()
  createdAt: Date;

  @Shown.text({ nullable: true, description: '空 = 随平台' })
  createdBy: string | null;

  @Shown.flag('今天是否有效')
  current: boolean;
}

export class SettingListDto {
  @Shown.list(SettingVersionDto)
  items: SettingVersionDto[];
}

export class SettingSetDto {
  @Shown.oneOf(KINDS)
  kind: SettingKind;

  @Shown.whole()
  version: number;
}
