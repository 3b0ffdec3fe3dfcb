import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../people/index.js';
import { notFound } from '../platform/errors.js';
import { ApiProblems, OneOf, Shown, Text } from '../platform/http/index.js';

const PAGES = ['board', 'cases', 'statistics', 'heat'] as const;

export class NewSavedQueryDto {
  @Text({ min: 1, max: 40 })
  name: string;

  @OneOf(PAGES)
  page: (typeof PAGES)[number];

  @Text({ max: 1000, description: '页面地址中的查询部分' })
  query: string;
}

export class SavedQueryDto extends NewSavedQueryDto {
  @Shown.text()
  id: string;
}

export class SavedQueryListDto {
  @Shown.list(SavedQueryDto)
  items: SavedQueryDto[];
}

/** What a supervisor looks at again and again; everybody's own. */
@ApiTags('supervision')
@ApiSignedIn()
@Controller('saved-queries')
export class SavedQueriesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '我保存的查询', operationId: 'listSavedQueries' })
  @ApiOkResponse({ type: SavedQueryListDto })
  async list(@CurrentActor() actor: Actor): Promise<SavedQueryListDto> {
    const items = await this.dataSource.query<SavedQueryDto[]>(
      `SELECT id, name, page, query FROM saved_query WHERE person_id = $1 ORDER BY page, name`,
      [actor.personId],
    );
    return { items };
  }

  @Post()
  @HttpCode(200)
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '保存查询；同名的被替换', operationId: 'saveQuery' })
  @ApiOkResponse({ type: SavedQueryDto })
  @ApiProblems(400)
  async save(@CurrentActor() actor: Actor, @Body() body: NewSavedQueryDto): Promise<SavedQueryDto> {
    const [row] = await this.dataSource.query<SavedQueryDto[]>(
      `INSERT INTO saved_query (person_id, name, page, query) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, page, name) DO UPDATE SET query = excluded.query
       RETURNING id, name, page, query`,
      [actor.personId, body.name, body.page, body.query],
    );
    return row!;
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '删除我保存的查询', operationId: 'deleteSavedQuery' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM saved_query WHERE id = $1 AND person_id = $2`,
      [id, actor.personId],
    );
    if (count === 0) throw notFound('saved-query-not-found', '没有这条保存的查询，可能已删除。');
  }
}
