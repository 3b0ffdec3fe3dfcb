import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  ShowsPeople,
  type Session,
} from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { DesksDto, DesksQuery, SendBackTargetDto } from './desk.dto.js';
import { saveDraft } from './task-drafts.js';
import { TaskQueries } from './task-queries.js';
import { TaskVerbs } from './task-verbs.js';
import { TaskDraftDto, TaskDto, TaskHistoryEntryDto, TaskListDto, TaskQuery } from './task.dto.js';

/** Tasks as they are read, and drafts of answers; what is done with them is in `verbs`. */
@ApiTags('tasks')
@ApiSignedIn()
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly queries: TaskQueries,
    private readonly dataSource: DataSource,
    private readonly verbs: TaskVerbs,
  ) {}

  @Get()
  @Needs('use', 'Task')
  @ShowsPeople('tasks')
  @ApiOperation({ summary: '本岗位的待办', operationId: 'listTasks' })
  @ApiOkResponse({ type: TaskListDto })
  list(@CurrentActor() actor: Actor, @Query() query: TaskQuery): Promise<TaskListDto> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '一个任务和它的办件', operationId: 'readTask' })
  @ApiOkResponse({ type: TaskDto })
  @ApiProblems(403, 404)
  read(@CurrentSession() session: Session, @Param('id') id: string): Promise<TaskDto> {
    return this.queries.read(session, id);
  }

  @Get(':id/returns')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '可以驳回到哪里，会有什么影响', operationId: 'readReturns' })
  @ApiOkResponse({ type: [SendBackTargetDto] })
  @ApiProblems(403, 404, 409)
  async returns(
    @CurrentSession() session: Session,
    @Param('id') id: string,
  ): Promise<SendBackTargetDto[]> {
    await this.queries.require(session, id, 'task.read');
    const targets = await this.verbs.sendBackTargets(id);
    return targets.map(({ to, element, name, role = null, doneAt, undoneNames, stays }) => ({
      ...{ to, element, name, role, doneAt, undone: undoneNames, stays },
    }));
  }

  @Put(':id/draft')
  @HttpCode(204)
  @ApiOperation({ summary: '保存写了一半的意见和表单，不检查', operationId: 'saveTaskDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 404, 409)
  async saveDraft(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { outcome, opinion, form }: TaskDraftDto,
  ): Promise<void> {
    await this.queries.require(session, id, 'task.draft');
    await saveDraft(this.dataSource, id, actor, {
      ...{ outcome: outcome ?? undefined, opinion: opinion ?? undefined, form },
    });
  }

  @Get(':id/operations')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '任务的操作记录', operationId: 'readTaskHistory' })
  @ApiOkResponse({ type: [TaskHistoryEntryDto] })
  @ApiProblems(403, 404)
  operations(
    @CurrentSession() session: Session,
    @Param('id') id: string,
  ): Promise<TaskHistoryEntryDto[]> {
    return this.queries.operations(session, id);
  }

  @Get(':id/desks')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '可以转办、委派、加签、抄送的人，按部门', operationId: 'readDesks' })
  @ApiOkResponse({ type: DesksDto })
  @ApiProblems(403, 404)
  async desks(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { for: verb, q }: DesksQuery,
  ): Promise<DesksDto> {
    await this.queries.require(session, id, 'task.read');
    return this.verbs.desksFor(id, actor, verb, q);
  }
}
