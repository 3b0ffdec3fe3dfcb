import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Variables } from '../../bpmn/engine/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../identity/index.js';
import { IdempotencyKey } from '../platform/http/index.js';
import { tell } from './answers.js';
import { ApiCommand } from './api-command.js';
import { CaseCommands } from './case-commands.js';
import { type CaseAnswerDto, type CommandDto, RetryDto } from './command.dto.js';
import { IncidentListDto, IncidentQuery } from './incident.dto.js';
import { IncidentQueries } from './incident-queries.js';

@ApiTags('incidents')
@ApiSignedIn()
@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly queries: IncidentQueries,
    private readonly commands: CaseCommands,
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
