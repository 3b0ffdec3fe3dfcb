import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiProblems, Shown } from '../../platform/http/index.js';
import { auditLook } from '../audit/index.js';
import { ApiSignedIn, CurrentSession, Needs } from './decorators.js';
import { endAllSessions, endSession, openSessions } from './session-list.js';
import type { Session } from './session.js';
import { IDLE_HOURS } from './sessions.js';

class OpenSessionDto {
  @Shown.text()
  id: string;

  @Shown.text({ nullable: true, description: '浏览器与系统', example: 'Edge · Windows' })
  device: string | null;

  @Shown.text({ nullable: true, description: '登录时的网络地址' })
  address: string | null;

  @Shown.instant()
  openedAt: Date;

  @Shown.instant()
  seenAt: Date;

  @Shown.flag({ description: '就是这一次登录' })
  current: boolean;
}

class OpenSessionListDto {
  @Shown.list(OpenSessionDto)
  items: OpenSessionDto[];
}

class EndedSessionsDto {
  @Shown.whole('结束了几个登录')
  ended: number;
}

@ApiTags('session')
@ApiSignedIn()
@Controller()
export class SessionListController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('sessions')
  @ApiOperation({ summary: '我在哪些设备上登录着', operationId: 'listSessions' })
  @ApiOkResponse({ type: OpenSessionListDto })
  async list(@CurrentSession() session: Session): Promise<OpenSessionListDto> {
    return { items: await this.openOf(session, session.person.id) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '结束自己的一个登录', operationId: 'endSession' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  end(@CurrentSession() session: Session, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.dataSource.transaction((manager) =>
      endSession(manager, session, session.person.id, id),
    );
  }

  @Get('people/:id/sessions')
  @Needs('manage', 'Session')
  @ApiOperation({ summary: '一个人在哪些设备上登录着', operationId: 'listSessionsOfPerson' })
  @ApiOkResponse({ type: OpenSessionListDto })
  async listOf(
    @CurrentSession() session: Session,
    @Param('id') person: string,
  ): Promise<OpenSessionListDto> {
    await auditLook(this.dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'session.list',
      target: `person:${person}`,
    });
    return { items: await this.openOf(session, person) };
  }

  @Delete('people/:id/sessions/:session')
  @HttpCode(204)
  @Needs('manage', 'Session')
  @ApiOperation({ summary: '结束一个人的一个登录', operationId: 'endSessionOfPerson' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  endOf(
    @CurrentSession() session: Session,
    @Param('id') person: string,
    @Param('session', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.dataSource.transaction((manager) => endSession(manager, session, person, id));
  }

  @Delete('people/:id/sessions')
  @HttpCode(200)
  @Needs('manage', 'Session')
  @ApiOperation({ summary: '结束一个人的全部登录', operationId: 'endSessionsOfPerson' })
  @ApiOkResponse({ type: EndedSessionsDto })
  async endAll(
    @CurrentSession() session: Session,
    @Param('id') person: string,
  ): Promise<EndedSessionsDto> {
    const ended = await this.dataSource.transaction((manager) =>
      endAllSessions(manager, session, person),
    );
    return { ended };
  }

  private openOf(session: Session, person: string) {
    return openSessions(this.dataSource.manager, session, person, IDLE_HOURS);
  }
}
