import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { ApiCommand, tell, type CaseAnswerDto, type CommandDto } from '../../cases/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { Copies } from './copies.js';
import { NewSignOffDto, SignOffRemovalDto } from './sign-offs/sign-off.dto.js';
import { saveDraft } from './task-drafts.js';
import { TaskQueries } from './task-queries.js';
import { TaskVerbs } from './task-verbs.js';
import { TaskDraftDto, TaskHistoryEntryDto, TaskSummaryDto } from './task.dto.js';
import {
  CopiesDto,
  DelegationDto,
  DesksDto,
  DesksQuery,
  OpinionDto,
  ReasonDto,
  SendBackDto,
  SendBackTargetDto,
  TransferDto,
} from './verbs.dto.js';

/** A verb that is done in the tables at once: it answers with the task as it now is. */
const Verb = (path: string, summary: string, operationId: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    Needs('use', 'Task'),
    ApiOperation({ summary, operationId }),
    ApiKeyed(),
    ApiOkResponse({ type: TaskSummaryDto }),
    ApiProblems(400, 403, 404, 409, 422),
  );

@ApiTags('tasks')
@ApiSignedIn()
@Controller('tasks')
export class VerbsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: TaskQueries,
    private readonly verbs: TaskVerbs,
    private readonly copies: Copies,
  ) {}

  @Verb('transfer', '转办：给同部门或同条线的人，或部门', 'transferTask')
  async transfer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: TransferDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.transfer(id, actor, body, key);
    return this.queries.summary(id);
  }

  @Verb('delegation', '委派：同事看过后交回，由委派人办理', 'delegateTask')
  async delegate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DelegationDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.delegate(id, actor, body, key);
    return this.queries.summary(id);
  }

  @Verb('delegation/answer', '交回委派人，附意见', 'answerDelegation')
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: OpinionDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.giveBack(id, actor, body.opinion, key);
    return this.queries.summary(id);
  }

  @Verb('delegation/end', '收回委派', 'endDelegation')
  async endDelegation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.endDelegation(id, actor, key);
    return this.queries.summary(id);
  }

  @Verb('sign-offs', '加签：前或后，会签、或签、依次', 'addSignOff')
  async signOff(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: NewSignOffDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.addSignOff(id, actor, body, key);
    return this.queries.summary(id);
  }

  @Verb('sign-offs/removal', '减签：去掉还没有开始的加签人', 'removeSignOff')
  async removeSignOff(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: SignOffRemovalDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.verbs.removeSignOff(id, actor, body, key);
    return this.queries.summary(id);
  }

  @Verb('copies', '抄送', 'copyTask')
  async copy(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { posts, note = '' }: CopiesDto,
    @IdempotencyKey() key: string,
  ): Promise<TaskSummaryDto> {
    await this.copies.send(id, actor, { posts, note }, key);
    return this.queries.summary(id);
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

  @Post(':id/return')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '驳回：到上一步、更早的环节或申请人', operationId: 'returnTask' })
  @ApiCommand()
  async sendBack(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: SendBackDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const { caseNumber } = await this.queries.require(session, id, 'task.return');
    const result = await this.verbs.sendBack(id, actor, body, key);
    return tell(result, response, { caseNumber, kind: 'modify' });
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({
    summary: '拿回：后面还没有人办理时；会签中自己的一票，在会签结束前',
    operationId: 'recallTask',
  })
  @ApiCommand()
  async recall(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const { caseNumber } = await this.queries.require(session, id, 'task.recall');
    const result = await this.verbs.takeBack(id, actor, { reason, key });
    return tell(result, response, { caseNumber, kind: 'modify' });
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
    @Param('id') id: string,
    @Query() { for: verb, q }: DesksQuery,
  ): Promise<DesksDto> {
    await this.queries.require(session, id, 'task.read');
    return this.verbs.desksFor(id, verb, q);
  }
}
