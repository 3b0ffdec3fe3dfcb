import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, type Session } from '../../people/index.js';
import { ApiProblems, Cursor, Flag, Shown } from '../../platform/http/index.js';
import { occasionOf } from '../occasions/index.js';
import type { AboutKind } from '../telling/index.js';
import { ownNotifications, readAll, readOne, unreadCount } from './own.js';

const ABOUT_KINDS = [
  ...['case', 'correction', 'fee', 'delivery', 'licence', 'authorisation'],
  ...['task', 'tasks', 'copy', 'deputy', 'order', 'card', 'cards', 'query'],
] as readonly AboutKind[];

class NotificationDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  occasion: string;

  @Shown.text('哪一种提醒')
  title: string;

  @Shown.oneOf(['applicant', 'staff'], '作为申请人收到，还是作为工作人员收到')
  audience: 'applicant' | 'staff';

  @Shown.text()
  text: string;

  @Shown.oneOf(ABOUT_KINDS, '说的是什么')
  aboutKind: AboutKind;

  @Shown.text('那件事物的编号')
  aboutId: string;

  @Shown.text({ nullable: true })
  caseNumber: string | null;

  @Shown.instant()
  at: Date;

  @Shown.instant({ nullable: true })
  readAt: Date | null;
}

class NotificationListDto {
  @Shown.list(NotificationDto)
  items: NotificationDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

class NotificationQuery {
  @Cursor()
  cursor?: string;

  @Flag({ inQuery: true, optional: true, description: '只看未读' })
  unread?: boolean;
}

class UnreadDto {
  @Shown.whole('未读的条数，至多一百')
  unread: number;
}

/** 提醒: each person's own, whoever else sees the case. */
@ApiTags('notifications')
@ApiSignedIn()
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: '我的提醒，最近的在前', operationId: 'listNotifications' })
  @ApiOkResponse({ type: NotificationListDto })
  @ApiProblems(400)
  async list(
    @CurrentSession() { person }: Session,
    @Query() query: NotificationQuery,
  ): Promise<NotificationListDto> {
    const { items, next } = await ownNotifications(this.dataSource.manager, person.id, query);
    const named = items.map((item) => {
      const { name = '办理告知', audience = 'applicant' } = occasionOf(item.occasion) ?? {};
      return { ...item, title: name, audience };
    });
    return { items: named, next };
  }

  @Get('unread')
  @ApiOperation({ summary: '未读的有几条', operationId: 'countNotifications' })
  @ApiOkResponse({ type: UnreadDto })
  async count(@CurrentSession() { person }: Session): Promise<UnreadDto> {
    return { unread: await unreadCount(this.dataSource.manager, person.id) };
  }

  @Post('reading')
  @HttpCode(204)
  @ApiOperation({ summary: '全部记为已读', operationId: 'readNotifications' })
  @ApiNoContentResponse()
  readAll(@CurrentSession() { person }: Session): Promise<void> {
    return readAll(this.dataSource, person.id);
  }

  @Post(':id/reading')
  @HttpCode(204)
  @ApiOperation({ summary: '一条已读', operationId: 'readNotification' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  readOne(
    @CurrentSession() { person }: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return readOne(this.dataSource, person.id, id);
  }
}
