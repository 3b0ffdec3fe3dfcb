import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import {
  abilityOf,
  type Actor,
  audit,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { forbidden } from '../../platform/errors.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  tell,
  ApiCommand,
  CaseCommands,
  type CaseAnswerDto,
  type CommandDto,
  RetryDto,
} from '../commands/index.js';
import { requireCase } from '../access/index.js';
import { retryAll } from './bulk-retry.js';
import { type Change, noteChange, requireChangeable } from './change-of-variables.js';
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
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
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
    const { caseNumber } = await this.queries.require(session, id, 'incident.retry');
    const change = await this.requireChange(session, { ...body, incident: id, caseNumber });
    const { digestKey } = this.config;
    const result = await this.commands.retryIncident(
      ...([id, actor, change?.variables, key] as const),
      change && ((manager) => noteChange(manager, change, actor, digestKey)),
    );
    return tell(result, response, { caseNumber, kind: 'retry' });
  }

  /** A change of variables needs its own right. @returns undefined when nothing is changed */
  private async requireChange(
    session: Session,
    { variables, ...asked }: Omit<Change, 'variables'> & { variables?: object },
  ): Promise<Change | undefined> {
    if (!variables || Object.keys(variables).length === 0) return undefined;
    const { manager } = this.dataSource;
    if (!abilityOf(session).can('use', 'Variables')) {
      await audit(manager, {
        ...{ person: session.person.id, post: session.post?.id, act: 'incident.change' },
        ...{ target: `case:${asked.caseNumber}`, outcome: 'refused' },
      });
      throw forbidden(
        'not-your-role',
        '改正流程变量须有专门的权限（流程管理员）；请去掉变量后重试，或联系流程管理员。',
      );
    }
    await requireCase(manager, session, asked.caseNumber, 'incident.change');
    const change = { ...asked, variables: variables as Variables };
    await requireChangeable(manager, change);
    return change;
  }
}
