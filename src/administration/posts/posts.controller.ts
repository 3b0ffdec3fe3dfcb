import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { cityToday, perform, PerformedDto } from '../changes/index.js';
import { keeperOf, requireKept } from '../scope/index.js';
import { previewHandOver } from './hand-over/index.js';
import { CHANGE_POST, END_POST, postOf } from './posts.js';
import { ChangedPostDto, EndedPostDto, HandOverPreviewDto, HandOverQuery } from './staff.dto.js';

@ApiTags('register')
@ApiSignedIn()
@Controller('posts')
export class PostsRegister {
  constructor(private readonly dataSource: DataSource) {}

  @Put(':post')
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '变更岗位名称或执法证号', operationId: 'changePost' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async change(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('post') id: string,
    @Body() { title, certificate }: ChangedPostDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = {
      id,
      ...(title && { title }),
      ...(certificate !== undefined && { certificate }),
    };
    return perform(this.dataSource, CHANGE_POST, { by, asked, key });
  }

  @Get(':post/hand-over')
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '离任之前：手上的任务和可以接手的人', operationId: 'previewHandOver' })
  @ApiOkResponse({ type: HandOverPreviewDto })
  @ApiProblems(400, 404)
  async preview(
    @CurrentSession() session: Session,
    @Param('post') id: string,
    @Query() { from }: HandOverQuery,
  ): Promise<HandOverPreviewDto> {
    const { manager } = this.dataSource;
    const by = await keeperOf(manager, session);
    const post = await postOf(manager, id);
    await requireKept(manager, by, { organisations: [post.organisation] });
    return previewHandOver(manager, post, from ?? (await cityToday(manager)));
  }

  @Post(':post/end')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '离任，并交接手上的任务', operationId: 'endPost' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async end(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('post') id: string,
    @Body() { reason, validFrom: from, successor }: EndedPostDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = { id, reason, ...(successor && { successor }) };
    return perform(this.dataSource, END_POST, { by, asked, from, key });
  }
}
