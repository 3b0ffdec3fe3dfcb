import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Variables } from '../../../bpmn/engine/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  tell,
  ApiCommand,
  CaseCommands,
  type CaseAnswerDto,
  type CommandDto,
  RetryDto,
} from '../commands/index.js';
import { retryAll } from './bulk-retry.js';
import {
  BulkRetryAnswerDto,
  BulkRetryDto,
  IncidentDetailDto,
  IncidentListDto,
  IncidentQuery,
} from './incident.dto.js';
import { IncidentQueries } from './incident-queries.js';

@ApiTags('incidents')
@ApiSignedIn()
@Controller('incidents')
export class IncidentsController {
  constructor(
    readonly queries: IncidentQueries,
    readonly commands: CaseCommands,
  ) {}

  @Get()
  @Needs('read', 'Incident')
  @ApiOperation({ summary: '办理中的异常', operationId: 'listIncidents' })
  @ApiOkResponse({ type: IncidentListDto })
  list(
    @CurrentSession() session: Session,
    @Query() query: IncidentQuery,
  ): Promise<IncidentListDto> {
    return this.queries.list(session, query);
  }

  @Get(':id')
  @Needs('read', 'Incident')
  @ApiOperation({ summary: '一个异常和当时的变量', operationId: 'readIncident' })
  @ApiOkResponse({ type: IncidentDetailDto })
  @ApiProblems(403, 404)
  read(@CurrentSession() session: Session, @Param('id') id: string): Promise<IncidentDetailDto> {
    return this.queries.detail(session, id);
  }

  @Post('retries')
  @HttpCode(200)
  @Needs('use', 'Incident')
  @ApiKeyed()
  @ApiOperation({ summary: '改正后一并重试', operationId: 'retryIncidents' })
  @ApiOkResponse({ type: BulkRetryAnswerDto })
  @ApiProblems(400, 403)
  async retryAll(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Body() body: BulkRetryDto,
    @IdempotencyKey() key: string,
  ): Promise<BulkRetryAnswerDto> {
    return { items: await retryAll(this, session, actor, body.ids, key) };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Needs('use', 'Incident')
  @ApiOperation({ summary: '改正后重试', operationId: 'retryIncident' })
  @ApiCommand()
  async retry(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: RetryDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const incident = await this.queries.require(session, id);
    const variables = body.variables as Variables | undefined;
    const result = await this.commands.retryIncident(id, actor, variables, key);
    return tell(result, response, { caseNumber: incident.caseNumber, kind: 'retry' });
  }
}
