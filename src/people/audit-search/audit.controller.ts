import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../identity/index.js';
import { ApiFile, ApiProblems, fileAnswer } from '../../platform/http/index.js';
import { audit } from '../audit/index.js';
import { AuditActsDto, AuditChainDto, AuditListDto, AuditQuery } from './audit.dto.js';
import { actsInLog, chainState, searchAudit } from './audit-queries.js';
import { exported, requireExportable } from './export.js';

const CSV = 'text/csv; charset=utf-8';
/** `2026-10-08`, as it is in China. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

@ApiTags('audit')
@ApiSignedIn()
@Controller('audit')
export class AuditController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Audit')
  @ApiOperation({ summary: '查审计日志，新的在前', operationId: 'searchAudit' })
  @ApiOkResponse({ type: AuditListDto })
  @ApiProblems(400)
  async search(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditListDto> {
    const found = await searchAudit(this.dataSource.manager, query);
    await this.note(actor, 'audit.search', query);
    return found;
  }

  @Get('file')
  @Needs('read', 'Audit')
  @ApiOperation({ summary: '查到的审计日志导出为表格（CSV）', operationId: 'exportAudit' })
  @ApiFile(CSV)
  @ApiProblems(400, 422)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { cursor: _, ...query }: AuditQuery,
  ): Promise<StreamableFile> {
    const { manager } = this.dataSource;
    const lines = await requireExportable(manager, query);
    await this.note(actor, 'audit.export', query, { lines });
    const name = `审计日志-${DAY.format()}.csv`;
    return fileAnswer(exported(manager, query), { name, type: CSV });
  }

  @Get('acts')
  @Needs('read', 'Audit')
  @ApiOperation({ summary: '审计日志中有过的行为', operationId: 'listAuditActs' })
  @ApiOkResponse({ type: AuditActsDto })
  async acts(): Promise<AuditActsDto> {
    return { items: await actsInLog(this.dataSource.manager) };
  }

  @Get('chain')
  @Needs('read', 'Audit')
  @ApiOperation({ summary: '审计链的状态', operationId: 'readAuditChain' })
  @ApiOkResponse({ type: AuditChainDto })
  chain(): Promise<AuditChainDto> {
    return chainState(this.dataSource.manager);
  }

  /** Who looks into the log is looked at too; names sought stay out of it. */
  private note(
    actor: Actor,
    act: string,
    { person, looked, cursor: _, ...sought }: AuditQuery,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    return audit(this.dataSource.manager, {
      ...{ person: actor.personId, post: actor.postId, act, outcome: 'done' },
      target: sought.target ?? (sought.case ? `case:${sought.case}` : 'audit'),
      detail: {
        ...{ ...sought, ...more, byPerson: person !== undefined },
        ...(looked !== undefined && { looked: true }),
      },
    });
  }
}
