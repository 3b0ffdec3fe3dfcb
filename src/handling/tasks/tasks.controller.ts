import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Json } from '../../../bpmn/engine/index.js';
import {
  ApiCommand,
  CompletionDto,
  tell,
  type CaseAnswerDto,
  type CommandDto,
} from '../../cases/index.js';
import { checkForm } from '../../catalogue/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  ShowsPeople,
  type Session,
} from '../../people/index.js';
import { ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { TaskDto, TaskListDto, TaskQuery, TaskSummaryDto } from './task.dto.js';
import { TaskCommands } from './task-commands.js';
import { TaskQueries } from './task-queries.js';

@ApiTags('tasks')
@ApiSignedIn()
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly queries: TaskQueries,
    private readonly commands: TaskCommands,
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

  @Put(':id/claim')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '签收', operationId: 'claimTask' })
  @ApiOkResponse({ type: TaskSummaryDto })
  @ApiProblems(403, 404, 409)
  async claim(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<TaskSummaryDto> {
    await this.queries.require(session, id, 'task.claim');
    await this.commands.claim(id, actor);
    return this.queries.summary(id);
  }

  @Delete(':id/claim')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '退签', operationId: 'releaseTask' })
  @ApiOkResponse({ type: TaskSummaryDto })
  @ApiProblems(403, 404, 409)
  async release(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<TaskSummaryDto> {
    await this.queries.require(session, id, 'task.release');
    await this.commands.release(id, actor);
    return this.queries.summary(id);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @ApiOperation({ summary: '办理：结论、意见、表单', operationId: 'completeTask' })
  @ApiCommand()
  async complete(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: CompletionDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const task = await this.queries.require(session, id, 'task.complete');
    if (task.form) await checkForm(task.form, body.form ?? {});
    const completion = { ...body, form: body.form as Json | undefined };
    const result = await this.commands.complete(id, actor, completion, key);
    return tell(result, response, { caseNumber: task.caseNumber, kind: 'complete' });
  }
}
