import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems, Shown } from '../../platform/http/index.js';
import { occasionOf } from '../occasions/index.js';
import { sendAgain, sendAllAgain, TEXT_STATES, textOverview, type TextState } from './failures.js';

class TextCountDto {
  @Shown.oneOf(TEXT_STATES)
  state: TextState;

  @Shown.whole()
  count: number;
}

class FailedTextDto {
  @Shown.uuid()
  id: string;

  @Shown.text('哪一种提醒')
  occasionName: string;

  @Shown.text({ nullable: true })
  caseNumber: string | null;

  @Shown.oneOf(TEXT_STATES)
  state: TextState;

  @Shown.text({ nullable: true, description: '没有送达的原因' })
  error: string | null;

  @Shown.instant()
  at: Date;
}

class TextOverviewDto {
  @Shown.list(TextCountDto, '近三十天各状态的条数')
  counts: TextCountDto[];

  @Shown.list(FailedTextDto, '近三十天没有送达的，最近的在前，至多二百条')
  failed: FailedTextDto[];
}

class SentAgainDto {
  @Shown.whole('重新安排发送的条数')
  again: number;

  @Shown.whole('还有几条没有送达、这一次没有排上')
  left: number;
}

/** Text messages (短信) as operators see them: neither whom they are for nor what they say. */
@ApiTags('notifications')
@ApiSignedIn()
@Needs('manage', 'Notification')
@Controller('text-messages')
export class TextMessagesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: '短信发送情况，和没有送达的', operationId: 'listTextMessages' })
  @ApiOkResponse({ type: TextOverviewDto })
  async list(): Promise<TextOverviewDto> {
    const { counts, failed } = await textOverview(this.dataSource.manager);
    const named = failed.map(({ occasion, ...text }) => ({
      ...text,
      occasionName: occasionOf(occasion)?.name ?? occasion,
    }));
    return { counts, failed: named };
  }

  @Post('sending')
  @HttpCode(200)
  @ApiOperation({
    summary: '重新发送近三十天没有送达的全部短信，一次至多一千条',
    operationId: 'sendTextMessages',
  })
  @ApiOkResponse({ type: SentAgainDto })
  sendAll(@CurrentActor() actor: Actor): Promise<SentAgainDto> {
    return sendAllAgain(this.dataSource, actor);
  }

  @Post(':id/sending')
  @HttpCode(204)
  @ApiOperation({ summary: '重新发送一条没有送达的短信', operationId: 'sendTextMessage' })
  @ApiNoContentResponse()
  @ApiProblems(409)
  send(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return sendAgain(this.dataSource, actor, id);
  }
}
