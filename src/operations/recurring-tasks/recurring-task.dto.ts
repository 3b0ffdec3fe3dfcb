import { ApiProperty } from '@nestjs/swagger';

const MOMENT = { type: 'string', format: 'date-time', nullable: true } as const;

export class RecurringTaskDto {
  @ApiProperty({ description: '任务', example: 'command-sweep' })
  name: string;

  @ApiProperty({ description: '在哪个进程中', example: 'api-1:4711:9f3c' })
  process: string;

  @ApiProperty({ type: 'integer', description: '两次之间休息多久，毫秒' })
  every: number;

  @ApiProperty({ description: '是否同一时刻只由一个进程执行' })
  oneProcess: boolean;

  @ApiProperty({ ...MOMENT, description: '最近一次开始' })
  startedAt: Date | null;

  @ApiProperty({ ...MOMENT, description: '最近一次结束；早于开始表示正在执行' })
  endedAt: Date | null;

  @ApiProperty({ ...MOMENT, description: '下一次' })
  nextAt: Date | null;

  @ApiProperty({ type: 'integer', description: '进程启动以来的次数' })
  runs: number;

  @ApiProperty({ type: 'integer', description: '其中失败的次数' })
  failures: number;

  @ApiProperty({ type: 'integer', description: '现在连续失败的次数；0 表示正常' })
  failedInARow: number;

  @ApiProperty({ type: 'integer', description: '单件失败的次数：其余各件照常处理' })
  itemFailures: number;

  @ApiProperty({ type: String, nullable: true, description: '最近一次失败的原因' })
  lastError: string | null;

  @ApiProperty({ ...MOMENT, description: '最近一次失败' })
  lastFailedAt: Date | null;

  @ApiProperty({ type: 'string', format: 'date-time', description: '进程最近一次报告' })
  seenAt: Date;
}

export class RecurringTaskListDto {
  @ApiProperty({ type: [RecurringTaskDto] })
  items: RecurringTaskDto[];
}
