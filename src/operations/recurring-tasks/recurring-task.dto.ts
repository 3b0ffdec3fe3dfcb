import { Shown } from '../../platform/http/index.js';

export class RecurringTaskDto {
  @Shown.text({ description: '任务', example: 'command-sweep' })
  name: string;

  @Shown.text({ description: '在哪个进程中', example: 'api-1:4711:9f3c' })
  process: string;

  @Shown.whole('两次之间休息多久，毫秒')
  every: number;

  @Shown.flag('是否同一时刻只由一个进程执行')
  oneProcess: boolean;

  @Shown.instant({ nullable: true, description: '最近一次开始' })
  startedAt: Date | null;

  @Shown.instant({ nullable: true, description: '最近一次结束；早于开始表示正在执行' })
  endedAt: Date | null;

  @Shown.instant({ nullable: true, description: '下一次' })
  nextAt: Date | null;

  @Shown.whole('进程启动以来的次数')
  runs: number;

  @Shown.whole('其中失败的次数')
  failures: number;

  @Shown.whole('现在连续失败的次数；0 表示正常')
  failedInARow: number;

  @Shown.whole('单件失败的次数：其余各件照常处理')
  itemFailures: number;

  @Shown.text({ nullable: true, description: '最近一次失败的原因' })
  lastError: string | null;

  @Shown.instant({ nullable: true, description: '最近一次失败' })
  lastFailedAt: Date | null;

  @Shown.instant('进程最近一次报告')
  seenAt: Date;
}

export class RecurringTaskListDto {
  @Shown.list(RecurringTaskDto)
  items: RecurringTaskDto[];
}
