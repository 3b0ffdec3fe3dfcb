import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { TimerStartListDto, TimerStartSettingDto } from './timer-starts.dto.js';
import { listTimerStarts, setTimerStart } from './timer-starts.js';

/** Processes that a timer starts: when next, and for whom and where. */
@ApiTags('processes')
@ApiSignedIn()
@Controller('timer-starts')
export class TimerStartsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '定时启动的流程', operationId: 'listTimerStarts' })
  @ApiOkResponse({ type: TimerStartListDto })
  async list(): Promise<TimerStartListDto> {
    const rows = await listTimerStarts(this.dataSource.manager);
    const items = rows.map((row) => ({ ...row, nextAt: row.nextAt?.toISOString() ?? null }));
    return { items, next: null };
  }

  @Put(':process/:element')
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '指定在哪里、以谁为申请人启动', operationId: 'setTimerStart' })
  @ApiOkResponse({ type: TimerStartListDto })
  @ApiProblems(400, 404, 422)
  async set(
    @CurrentActor() actor: Actor,
    @Param('process') process: string,
    @Param('element') element: string,
    @Body() body: TimerStartSettingDto,
  ): Promise<TimerStartListDto> {
    await setTimerStart(this.dataSource, actor, { process, element }, body);
    return this.list();
  }
}
