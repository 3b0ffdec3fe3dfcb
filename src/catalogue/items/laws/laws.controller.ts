import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../../people/index.js';
import { ApiProblems } from '../../../platform/http/index.js';
import { articleVersions, listArticles, noteArticle, touchedItems } from './articles.js';
import {
  ArticleDto,
  ArticleListDto,
  ArticleOfQuery,
  ArticleQuery,
  NewArticleDto,
} from './laws.dto.js';

/** More than a city's items rest on. */
const MOST = 2000;

/** Articles that items rest on: what they say from when on, and which items a change touches. */
@ApiTags('catalogue')
@ApiSignedIn()
@Controller('catalogue/articles')
export class LawsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Item')
  @ApiOperation({ summary: '设定依据：条文和以它为依据的事项数', operationId: 'listArticles' })
  @ApiOkResponse({ type: ArticleListDto })
  async list(@Query() { q = '' }: ArticleQuery): Promise<ArticleListDto> {
    return { items: await listArticles(this.dataSource.manager, q, MOST), next: null };
  }

  @Get('one')
  @Needs('read', 'Item')
  @ApiOperation({ summary: '一条条文的历次规定，和以它为依据的事项', operationId: 'readArticle' })
  @ApiOkResponse({ type: ArticleDto })
  @ApiProblems(400)
  async read(@Query() { law, article }: ArticleOfQuery): Promise<ArticleDto> {
    const { manager } = this.dataSource;
    const versions = await articleVersions(manager, law, article);
    return { versions, items: await touchedItems(manager, law, article) };
  }

  @Post()
  @HttpCode(200)
  @Needs('manage', 'Item')
  @ApiOperation({ summary: '登记条文自某天起的规定，或它的废止', operationId: 'noteArticle' })
  @ApiOkResponse({ type: ArticleDto })
  @ApiProblems(400, 409)
  async note(@CurrentActor() actor: Actor, @Body() body: NewArticleDto): Promise<ArticleDto> {
    await noteArticle(this.dataSource, actor, body);
    return this.read(body);
  }
}
