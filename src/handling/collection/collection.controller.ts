import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CommandDispatcher, requireCase } from '../../cases/index.js';
import {
  ApiSignedIn,
  CurrentSession,
  Needs,
  ShowsPeople,
  type Session,
} from '../../people/index.js';
import { notFound } from '../../platform/errors.js';
import { ApiProblems } from '../../platform/http/index.js';
import { CollectionDto, CollectionListDto, CollectionQuery, ForwardDto } from './collection.dto.js';
import { collectionOf, collectionsOf, forwardPapers, receivePapers } from './papers.js';

/** 收件 and 异地代收: who collected what, and where the papers are. */
@ApiTags('window')
@ApiSignedIn()
@Controller()
export class CollectionController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  @Get('collections')
  @Needs('use', 'Task')
  @ShowsPeople('collections')
  @ApiOperation({ summary: '本窗口收的件，或者转给本部门的件', operationId: 'listCollections' })
  @ApiOkResponse({ type: CollectionListDto })
  @ApiProblems(400)
  async list(
    @CurrentSession() session: Session,
    @Query() { view }: CollectionQuery,
  ): Promise<CollectionListDto> {
    return { items: await collectionsOf(this.dataSource.manager, session, view), next: null };
  }

  @Get('cases/:number/collection')
  @ApiOperation({ summary: '收件凭证：谁、何时、在哪里收的', operationId: 'readCollection' })
  @ApiOkResponse({ type: CollectionDto })
  @ApiProblems(403, 404)
  async read(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<CollectionDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.read-whole');
    const collection = await collectionOf(manager, number);
    if (collection) return collection;
    throw notFound('not-collected', `办件 ${number} 不是在窗口收的件，没有收件凭证。`);
  }

  @Post('cases/:number/collection/forwarding')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '异地代收：窗口把材料转交承办部门', operationId: 'forwardPapers' })
  @ApiOkResponse({ type: CollectionDto })
  @ApiProblems(400, 404, 409)
  forward(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() { note }: ForwardDto,
  ): Promise<CollectionDto> {
    return forwardPapers(this.dataSource, session, number, note);
  }

  @Post('cases/:number/collection/receipt')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '异地代收：承办部门收到材料', operationId: 'receivePapers' })
  @ApiOkResponse({ type: CollectionDto })
  @ApiProblems(404, 409)
  receive(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<CollectionDto> {
    return receivePapers(this.dataSource, this.dispatcher, session, number);
  }
}
