import { Cursor, Instant, OneOf, Shown, Text } from '../../platform/http/index.js';

const OUTCOMES = ['done', 'refused', 'failed'] as const;

export class AuditEntryDto {
  @Shown.text('审计日志中的序号')
  id: string;

  @Shown.instant()
  at: Date;

  @Shown.text({ nullable: true, description: '谁；系统自己做的为空' })
  person: string | null;

  @Shown.text({ nullable: true })
  personName: string | null;

  @Shown.text({ nullable: true, description: '以哪个岗位' })
  postTitle: string | null;

  @Shown.text('做了什么，如 case.read、task.complete')
  act: string;

  @Shown.text('对什么做的，如 case:办件编号')
  target: string;

  @Shown.oneOf(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];

  @Shown.open()
  detail: Record<string, unknown>;

  @Shown.text({ nullable: true, description: '请求来自的网络地址；系统自己做的为空' })
  address: string | null;

  @Shown.text({ nullable: true, description: '请求的编号，日志与错误提示中相同' })
  trace: string | null;

  @Shown.number({ nullable: true, description: '在链中的位置；刚写下、未入链的为空' })
  sequence: number | null;
}

export class AuditListDto {
  @Shown.list(AuditEntryDto)
  items: AuditEntryDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class AuditActsDto {
  @Shown.texts('日志中有过的行为')
  items: string[];
}

export class AuditChainDto {
  @Shown.number('已入链的条数')
  sealed: number;

  @Shown.number('等待入链的条数')
  waiting: number;

  @Shown.text('链头：最后一条的 SM3 值')
  digest: string;
}

export class AuditQuery {
  @Text({ max: 60, optional: true, description: '谁做的：人员编号，或姓名的一部分' })
  person?: string;

  @Text({
    max: 60,
    optional: true,
    description: '谁被查看：人员编号或姓名；找出他人对其共享数据、办件、材料、文书的查看',
  })
  looked?: string;

  @Text({
    max: 4_000,
    optional: true,
    description: '做了什么，几样用逗号隔开；以 . 结尾的取一类，如 case.',
  })
  act?: string;

  @Text({ max: 120, optional: true, description: '对什么做的，如 case:办件编号' })
  target?: string;

  @Text({
    max: 40,
    optional: true,
    description:
      '办件编号：对它和它的任务、材料、文书、证照、异常、牌、督办、短信、信用记录和发放所做的一切',
  })
  case?: string;

  @Text({ max: 60, optional: true, description: '网络地址' })
  address?: string;

  @Text({ max: 32, optional: true, description: '请求的编号' })
  trace?: string;

  @OneOf(OUTCOMES, { optional: true })
  outcome?: (typeof OUTCOMES)[number];

  @Instant({ optional: true, description: '自何时起（含）' })
  from?: string;

  @Instant({ optional: true, description: '到何时止（不含）' })
  until?: string;

  @Cursor()
  cursor?: string;
}
