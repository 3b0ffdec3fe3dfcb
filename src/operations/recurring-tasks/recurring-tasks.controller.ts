import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, Needs } from '../../people/index.js';
import { readReports } from '../../platform/recurring/index.js';
import { RecurringTaskListDto } from './recurring-task.dto.js';

@ApiTags('operations')
@ApiSignedIn()
@Controller('recurring-tasks')
export class RecurringTasksController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Operations')
  @ApiOperation({ summary: '后台任务在各进程中的运行情况', operationId: 'listRecurringTasks' })
  @ApiOkResponse({ type: RecurringTaskListDto })
  async list(): Promise<RecurringTaskListDto> {
    return { items: await readReports(this.dataSource.manager) };
  }
}
