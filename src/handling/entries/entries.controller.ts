import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { runningEntry } from '../../catalogue/index.js';
import {
  ApiCommand,
  type CaseAnswerDto,
  CaseCommands,
  type CommandDto,
  tell,
} from '../../cases/index.js';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { addComment, answerComment } from './comments.js';
import {
  ItemCommentAnswerDto,
  ItemEntryDto,
  ItemHandInDto,
  NewItemCommentDto,
} from './entry.dto.js';
import { handIn } from './handing-in.js';
import { readEntry } from './reading.js';

/** 送审: a draft of an item on its way into the catalogue. */
@ApiTags('catalogue')
@ApiSignedIn()
@Controller('catalogue/items/:code/entry')
export class EntriesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
  ) {}

  @Get()
  @Needs('read', 'Item')
  @ApiOperation({ summary: '草稿送审到哪一步、改了什么、有哪些意见', operationId: 'readItemEntry' })
  @ApiOkResponse({ type: ItemEntryDto })
  read(@CurrentSession() session: Session, @Param('code') code: string): Promise<ItemEntryDto> {
    return readEntry(this.dataSource.manager, session, code);
  }

  @Post()
  @Needs('use', 'Item')
  @ApiOperation({ summary: '送审事项草稿', operationId: 'handInItem' })
  @ApiCommand(true)
  async handIn(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() { revision, note = '' }: ItemHandInDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const { dataSource, commands } = this;
    const handed = { code, revision, note, key };
    const result = await handIn({ dataSource, commands }, session, handed);
    const pending = { caseNumber: result.caseNumber, kind: 'start' };
    return tell(result, response, pending, HttpStatus.CREATED);
  }

  @Post('comments')
  @HttpCode(204)
  @Needs('read', 'Item')
  @ApiOperation({ summary: '对草稿的一项内容写意见', operationId: 'commentOnItem' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 409, 422)
  async comment(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() said: NewItemCommentDto,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const entry = await runningEntry(manager, code);
      await addComment(manager, session, { code, entry, ...said });
    });
  }

  @Post('comments/:comment/answer')
  @HttpCode(204)
  @Needs('use', 'Item')
  @ApiOperation({ summary: '答复一条意见', operationId: 'answerItemComment' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 404, 409)
  async answer(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Param('comment', ParseUUIDPipe) id: string,
    @Body() { answer }: ItemCommentAnswerDto,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const entry = await runningEntry(manager, code);
      await answerComment(manager, session, { code, entry, id, answer });
    });
  }
}
