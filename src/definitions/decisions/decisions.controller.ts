import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { badRequest } from '../../platform/errors.js';
import { ApiProblems } from '../../platform/http/index.js';
import {
  DroppedDraftQuery,
  dropDraft,
  publishDraft,
  NotedReviewDto,
  saveDraft,
} from '../../versions/index.js';
import { FindingListDto } from '../findings/index.js';
import { DEFINITION_COMPUTING, type DefinitionComputing } from '../computing/index.js';
import { tryOut } from './check.js';
import { decisionKind, unread } from './decision-kind.js';
import { listDecisionFiles, listVersions, versionXml } from './decision-list.js';
import {
  DecisionFileListDto,
  DecisionVersionListDto,
  DmnXmlDto,
  DraftDecisionDto,
  SavedDecisionFileDto,
  TriedOutDto,
  TryOutDto,
  TryOutXmlDto,
} from './decision.dto.js';

/** Ids of files are codes: they stand in addresses and file names. */
function requireFileId(id: string): void {
  if (/^[a-z][a-z0-9-]{0,63}$/.test(id)) return;
  throw badRequest(
    'bad-decision-file-id',
    '决策文件编号只能用小写字母、数字和连字符，以字母开头。请改正编号。',
  );
}

@ApiTags('decisions')
@ApiSignedIn()
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(DEFINITION_COMPUTING) private readonly computing: DefinitionComputing,
  ) {}

  @Get()
  @Needs('read', 'Decision')
  @ApiOperation({ summary: '全部决策文件', operationId: 'listDecisions' })
  @ApiOkResponse({ type: DecisionFileListDto })
  async list(): Promise<DecisionFileListDto> {
    const rows = await listDecisionFiles(this.dataSource.manager);
    const items = rows.map((row) => ({
      ...row,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
    return { items, next: null };
  }

  @Post('lint')
  @HttpCode(200)
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '检查决策文件', operationId: 'lintDecisions' })
  @ApiOkResponse({ type: FindingListDto })
  @ApiProblems(400, 422, 503)
  async lint(@Body() body: DmnXmlDto): Promise<FindingListDto> {
    return { findings: await this.computing.run('lintDecisions', body.xml) };
  }

  @Post('evaluation')
  @HttpCode(200)
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '试算尚未保存的决策', operationId: 'tryDecisionXml' })
  @ApiOkResponse({ type: TriedOutDto })
  @ApiProblems(400, 422, 503)
  async tryXml(@Body() { xml, decision, variables }: TryOutXmlDto): Promise<TriedOutDto> {
    return tryOut(this.computing, { xml }, decision, variables);
  }

  @Get(':id/versions')
  @Needs('read', 'Decision')
  @ApiOperation({ summary: '一个决策文件的各个版本', operationId: 'listDecisionVersions' })
  @ApiOkResponse({ type: DecisionVersionListDto })
  @ApiProblems(404)
  async versions(@Param('id') id: string): Promise<DecisionVersionListDto> {
    const rows = await listVersions(this.dataSource.manager, id);
    const items = rows.map((row) => ({
      ...row,
      updatedAt: row.updatedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
    return { items, next: null };
  }

  @Get(':id/versions/:version/xml')
  @Needs('read', 'Decision')
  @ApiOperation({ summary: '一个版本的决策文件', operationId: 'readDecisionVersion' })
  @ApiOkResponse({ type: DmnXmlDto })
  @ApiProblems(400, 404)
  async xml(
    @Param('id') id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<DmnXmlDto> {
    return { xml: await versionXml(this.dataSource.manager, id, version) };
  }

  @Post(':id/versions/:version/evaluation')
  @HttpCode(200)
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '试算一个版本的决策', operationId: 'tryDecision' })
  @ApiOkResponse({ type: TriedOutDto })
  @ApiProblems(400, 404, 422, 503)
  async tryVersion(
    @Param('id') id: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() { decision, variables }: TryOutDto,
  ): Promise<TriedOutDto> {
    const xml = await versionXml(this.dataSource.manager, id, version);
    return tryOut(this.computing, { xml }, decision, variables);
  }

  @Put(':id/draft')
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '保存决策草稿', operationId: 'saveDecisionDraft' })
  @ApiOkResponse({ type: SavedDecisionFileDto })
  @ApiProblems(400, 409, 422, 503)
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { xml, ...madeFrom }: DraftDecisionDto,
  ): Promise<SavedDecisionFileDto> {
    requireFileId(id);
    const draft = { key: id, content: unread(xml), actor, ...madeFrom };
    const kind = decisionKind(this.computing);
    const { version, revision } = await saveDraft(this.dataSource, kind, draft);
    return { version, state: 'draft', revision };
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '删去决策草稿', operationId: 'dropDecisionDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 409)
  async drop(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { replaces }: DroppedDraftQuery,
  ): Promise<void> {
    await dropDraft(this.dataSource, decisionKind(this.computing), { key: id, actor, replaces });
  }

  @Post(':id/draft/publication')
  @HttpCode(200)
  @Needs('manage', 'Decision')
  @ApiOperation({ summary: '发布决策草稿', operationId: 'publishDecision' })
  @ApiOkResponse({ type: SavedDecisionFileDto })
  @ApiProblems(400, 404, 409, 422, 503)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { note = '', ...reviewed }: NotedReviewDto,
  ): Promise<SavedDecisionFileDto> {
    const publication = { key: id, terms: { note }, actor, ...reviewed };
    const kind = decisionKind(this.computing);
    const { version } = await publishDraft(this.dataSource, kind, publication);
    return { version, state: 'published', revision: null };
  }
}
