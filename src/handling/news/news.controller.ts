import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import {
  abilityOf,
  actorOf,
  ApiSignedIn,
  CurrentSession,
  type Session,
} from '../../people/index.js';
import { DomainError } from '../../platform/errors.js';
import { ApiProblems } from '../../platform/http/index.js';
import { identitiesOf } from '../task-access/index.js';
import { Streams } from './streams.js';

const EVENT_STREAM = 'text/event-stream';

/** What pages hear without asking. */
@ApiTags('session')
@ApiSignedIn()
@Controller('events')
export class NewsController {
  constructor(
    private readonly streams: Streams,
    private readonly dataSource: DataSource,
  ) {}

  /** Of one's own cases, tasks and pools, and of theirs whose deputy one is. */
  @Get()
  @ApiOperation({
    summary: '与我有关的办件有变化时立即得知（服务器推送事件）',
    description:
      '每条消息为 {"cases": ["办件编号"]}，只说哪些办件有变化；cases 为 null 表示变化很多，请全部重新读取。',
    operationId: 'followEvents',
  })
  @ApiProduces(EVENT_STREAM)
  @ApiOkResponse({ description: '一直打开，直到登录结束', schema: { type: 'string' } })
  @ApiProblems(406, 429, 503)
  async follow(
    @CurrentSession() session: Session,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // Whoever takes anything would wait for an end that does not come.
    if (!request.get('accept')?.includes(EVENT_STREAM))
      throw new DomainError(406, 'event-stream-only', `请求头 Accept 应为 ${EVENT_STREAM}。`);
    await this.streams.add(session.digest, await this.topicsOf(session), response);
  }

  private async topicsOf(session: Session): Promise<Set<string>> {
    const identities = await identitiesOf(this.dataSource.manager, actorOf(session));
    const handles = abilityOf(session).can('use', 'Task');
    return new Set(
      identities.flatMap(({ personId, organisationId }) => [
        `person:${personId}`,
        ...(handles && organisationId ? [`body:${organisationId}`] : []),
      ]),
    );
  }
}
