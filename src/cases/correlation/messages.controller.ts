import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { MessageDto, PublishDto, SignalDto, ThrowDto } from './message.dto.js';
import { Publishing } from './publishing.js';

const ApiKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'UUID；即消息的编号，重试时用同一个',
    schema: { type: 'string', format: 'uuid' },
  });

@ApiTags('messages')
@ApiSignedIn()
@Controller()
export class MessagesController {
  constructor(private readonly publishing: Publishing) {}

  @Post('messages')
  @HttpCode(200)
  @Needs('use', 'Message')
  @ApiOperation({ summary: '发布消息：恰好送达一个等待它的办件', operationId: 'publishMessage' })
  @ApiKey()
  @ApiOkResponse({ type: MessageDto })
  @ApiProblems(400, 404, 409, 422, 503)
  publish(
    @CurrentSession() session: Session,
    @Body() body: PublishDto,
    @IdempotencyKey() key: string,
  ): Promise<MessageDto> {
    return this.publishing.byPerson(session, key, body);
  }

  @Get('messages/:id')
  @Needs('use', 'Message')
  @ApiOperation({ summary: '消息送到了哪里', operationId: 'readMessage' })
  @ApiOkResponse({ type: MessageDto })
  @ApiProblems(400, 404)
  read(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MessageDto> {
    return this.publishing.read(session, id);
  }

  @Post('signals')
  @HttpCode(200)
  @Needs('manage', 'Message')
  @ApiOperation({ summary: '发出信号：送达此刻等待它的所有办件', operationId: 'throwSignal' })
  @ApiKey()
  @ApiOkResponse({ type: SignalDto })
  @ApiProblems(400, 503)
  throwSignal(
    @CurrentSession() session: Session,
    @Body() body: ThrowDto,
    @IdempotencyKey() key: string,
  ): Promise<SignalDto> {
    return this.publishing.signal(session, key, body);
  }
}
