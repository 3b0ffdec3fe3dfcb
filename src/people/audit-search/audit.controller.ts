import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../identity/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { audit } from '../audit/index.js';
import { AuditChainDto, AuditListDto, AuditQuery } from './audit.dto.js';
import { chainState, searchAudit } from './audit-queries.js';

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
    // Who looks into the log is looked at too; a name sought stays out of it.
    const { person, cursor: _, ...sought } = query;
    await audit(this.dataSource.manager, {
      person: actor.personId,
      post: actor.postId,
      act: 'audit.search',
      target: query.target ?? (query.case ? `case:${query.case}` : 'audit'),
      outcome: 'done',
      detail: { ...sought, byPerson: person !== undefined },
    });
    return found;
  }

  @Get('chain')
  @Needs('read', 'Audit')
  @ApiOperation({ summary: '审计链的状态', operationId: 'readAuditChain' })
  @ApiOkResponse({ type: AuditChainDto })
  chain(): Promise<AuditChainDto> {
    return chainState(this.dataSource.manager);
  }
}
