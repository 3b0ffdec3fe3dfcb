import { RegionCode, Shown, Text } from '../../platform/http/index.js';

export class TimerStartSettingDto {
  @RegionCode({ description: '在哪个区域开办件：区划代码' })
  region: string;

  @Text({ min: 1, max: 100, description: '以谁为申请人：登录账号' })
  applicant: string;
}

export class TimerStartDto {
  @Shown.text()
  process: string;

  @Shown.text()
  processName: string;

  @Shown.text('流程图中的开始事件')
  element: string;

  @Shown.text({ nullable: true, description: '流程图中写的时间；null = 由表达式得出' })
  timer: string | null;

  @Shown.instant({ nullable: true, description: 'null = 不再启动' })
  nextAt: string | null;

  @Shown.text({ nullable: true })
  region: string | null;

  @Shown.text({ nullable: true })
  applicant: string | null;

  @Shown.text({ nullable: true })
  applicantName: string | null;

  @Shown.text({ nullable: true, description: '最近一次启动的办件' })
  lastCase: string | null;

  @Shown.text({ nullable: true, description: '最近一次没有启动成的原因' })
  problem: string | null;
}

export class TimerStartListDto {
  @Shown.list(TimerStartDto)
  items: TimerStartDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
