import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Json } from '../../../bpmn/engine/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { Bulk } from './bulk.js';
import { Copies } from './copies.js';
import { Deputies } from './deputies.js';
import { OwnFigures } from './own-figures.js';
import { OwnFiguresDto } from './own-figures.dto.js';
import { Preferences } from './preferences.js';
import { Urges } from './urges.js';
import { BulkCompletionDto, BulkDto, BulkOutcomeDto } from './bulk.dto.js';
import { CopyDto, CopyQuery } from './copy.dto.js';
import { DeputyDto, NewDeputyDto } from './deputy.dto.js';
import { DeskDto } from './desk.dto.js';
import {
  NewOpinionTemplateDto,
  NewViewDto,
  OpinionTemplateDto,
  SavedViewDto,
} from './preference.dto.js';
import { UrgeDto, UrgedDto } from './urge.dto.js';

/** What concerns the inbox as a whole, and people's own settings. */
@ApiTags('tasks')
@ApiSignedIn()
@Controller()
export class InboxController {
  constructor(
    private readonly bulk: Bulk,
    private readonly copies: Copies,
    private readonly urges: Urges,
    private readonly deputies: Deputies,
    private readonly preferences: Preferences,
    private readonly figures: OwnFigures,
  ) {}

  @Post('task-claims')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '批量签收；每个任务的真实结果', operationId: 'claimTasks' })
  @ApiOkResponse({ type: [BulkOutcomeDto] })
  @ApiProblems(400, 403)
  claim(@CurrentSession() session: Session, @Body() { ids }: BulkDto): Promise<BulkOutcomeDto[]> {
    return this.bulk.claim(session, ids);
  }

  @Post('task-completions')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiKeyed()
  @ApiOperation({
    summary: '批量办理（事项允许的环节）；每个任务的真实结果',
    operationId: 'completeTasks',
  })
  @ApiOkResponse({ type: [BulkOutcomeDto] })
  @ApiProblems(400, 403, 422)
  complete(
    @CurrentSession() session: Session,
    @Body() { ids, outcome, opinion, form }: BulkCompletionDto,
    @IdempotencyKey() key: string,
  ): Promise<BulkOutcomeDto[]> {
    const completion = { outcome, opinion, form: form as Json | undefined };
    return this.bulk.complete(session, ids, completion, key);
  }

  @Post('cases/:number/urges')
  @HttpCode(200)
  @ApiKeyed()
  @ApiOperation({ summary: '催办（申请人或监督人员）', operationId: 'urgeCase' })
  @ApiOkResponse({ type: UrgedDto })
  @ApiProblems(400, 403, 404, 409, 429)
  async urge(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() { note = '' }: UrgeDto,
    @IdempotencyKey() key: string,
  ): Promise<UrgedDto> {
    return { tasks: await this.urges.urge(session, number, note, key) };
  }

  @Get('own-figures')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '我近来办理的数量和按期情况', operationId: 'readOwnFigures' })
  @ApiOkResponse({ type: OwnFiguresDto })
  readOwnFigures(@CurrentActor() actor: Actor): Promise<OwnFiguresDto> {
    return this.figures.of(actor.personId);
  }

  @Get('task-copies')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '抄送给我的', operationId: 'listCopies' })
  @ApiOkResponse({ type: [CopyDto] })
  listCopies(@CurrentActor() actor: Actor, @Query() { unread }: CopyQuery): Promise<CopyDto[]> {
    return this.copies.list(actor.personId, unread ?? false);
  }

  @Post('task-copies/:id/reading')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '标为已看', operationId: 'readCopy' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  readCopy(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.copies.read(actor.personId, id);
  }

  @Get('colleagues')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '本部门的同事（可以请其代理）', operationId: 'listColleagues' })
  @ApiOkResponse({ type: [DeskDto] })
  listColleagues(@CurrentActor() actor: Actor): Promise<DeskDto[]> {
    return this.deputies.colleagues(actor);
  }

  @Get('deputies')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '我的代理人，和我代理的人', operationId: 'listDeputies' })
  @ApiOkResponse({ type: [DeputyDto] })
  listDeputies(@CurrentActor() actor: Actor): Promise<DeputyDto[]> {
    return this.deputies.list(actor.personId);
  }

  @Post('deputies')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiKeyed()
  @ApiOperation({ summary: '请人代理：从哪天到哪天', operationId: 'nameDeputy' })
  @ApiOkResponse({ type: [DeputyDto] })
  @ApiProblems(400, 403, 409, 422)
  async nameDeputy(
    @CurrentActor() actor: Actor,
    @Body() { reason = '', ...asked }: NewDeputyDto,
    @IdempotencyKey() key: string,
  ): Promise<DeputyDto[]> {
    await this.deputies.name(actor, { ...asked, reason }, key);
    return this.deputies.list(actor.personId);
  }

  @Delete('deputies/:id')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '结束代理', operationId: 'revokeDeputy' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  revokeDeputy(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.deputies.revoke(actor, id);
  }

  @Get('inbox-views')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '我保存的视图，带数量', operationId: 'listInboxViews' })
  @ApiOkResponse({ type: [SavedViewDto] })
  views(@CurrentActor() actor: Actor): Promise<SavedViewDto[]> {
    return this.preferences.views(actor);
  }

  @Post('inbox-views')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '保存视图；同名的替换', operationId: 'saveInboxView' })
  @ApiNoContentResponse()
  @ApiProblems(400, 422)
  saveView(@CurrentActor() actor: Actor, @Body() { name, query }: NewViewDto): Promise<void> {
    const { view = 'pool', item, element, q, due } = query;
    return this.preferences.saveView(actor, name, { view, item, element, q, due });
  }

  @Delete('inbox-views/:id')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '删除视图', operationId: 'removeInboxView' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  removeView(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.preferences.removeView(actor, id);
  }

  @Get('opinion-templates')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '我的常用意见', operationId: 'listOpinionTemplates' })
  @ApiOkResponse({ type: [OpinionTemplateDto] })
  templates(@CurrentActor() actor: Actor): Promise<OpinionTemplateDto[]> {
    return this.preferences.templates(actor);
  }

  @Post('opinion-templates')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '加一条常用意见', operationId: 'addOpinionTemplate' })
  @ApiNoContentResponse()
  @ApiProblems(400, 422)
  addTemplate(
    @CurrentActor() actor: Actor,
    @Body() { text }: NewOpinionTemplateDto,
  ): Promise<void> {
    return this.preferences.addTemplate(actor, text);
  }

  @Delete('opinion-templates/:id')
  @HttpCode(204)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '删除常用意见', operationId: 'removeOpinionTemplate' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  removeTemplate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.preferences.removeTemplate(actor, id);
  }
}
