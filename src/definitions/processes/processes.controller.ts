import { FindingListDto } from '../findings/index.js';
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
import { DEFINITION_COMPUTING, type DefinitionComputing } from '../computing/index.js';
import { findingsOf } from './check.js';
import { readFile } from './import-file.js';
import { processKind } from './process-kind.js';
import {
  DraftProcessDto,
  ImportDto,
  ProcessListDto,
  RehearsableDto,
  RehearsedDto,
  SavedVersionDto,
  VersionListDto,
  XmlDto,
} from './process.dto.js';
import { rehearsable } from './rehearsal.js';
import { deleteProcess, retireProcess } from './retiring.js';
import { listProcesses, listVersions, versionXml } from './process-list.js';

/** Ids of processes are codes: they stand in file names and call activities. */
function requireProcessId(id: string): void {
  if (/^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}$/u.test(id)) return;
  throw badRequest(
    'bad-process-id',
    '流程编号只能用文字、数字、下划线、点和连字符，以文字、数字或下划线开头，不超过 64 个字符。',
  );
}

@ApiTags('processes')
@ApiSignedIn()
@Controller('processes')
export class ProcessesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(DEFINITION_COMPUTING) private readonly computing: DefinitionComputing,
  ) {}

  @Get()
  @Needs('read', 'Process')
  @ApiOperation({ summary: '全部流程', operationId: 'listProcesses' })
  @ApiOkResponse({ type: ProcessListDto })
  async list(): Promise<ProcessListDto> {
    const rows = await listProcesses(this.dataSource.manager);
    const items = rows.map((row) => ({
      ...row,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
    return { items, next: null };
  }

  @Post('lint')
  @HttpCode(200)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '检查流程图', operationId: 'lintProcess' })
  @ApiOkResponse({ type: FindingListDto })
  @ApiProblems(400, 422, 503)
  async lint(@Body() body: XmlDto): Promise<FindingListDto> {
    return { findings: await findingsOf(this.dataSource.manager, this.computing, body.xml) };
  }

  @Post('rehearsal')
  @HttpCode(200)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '供模拟的流程模型', operationId: 'rehearseProcess' })
  @ApiOkResponse({ type: RehearsableDto })
  @ApiProblems(400, 422, 503)
  async rehearse(@Body() { xml, process }: RehearsedDto): Promise<RehearsableDto> {
    return {
      models: await rehearsable(this.dataSource.manager, this.computing, { xml, process }),
    };
  }

  @Post('import')
  @HttpCode(200)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '读入流程文件，不保存', operationId: 'importProcess' })
  @ApiOkResponse({ type: ImportDto })
  @ApiProblems(400, 422, 503)
  async import(@Body() body: XmlDto): Promise<ImportDto> {
    return readFile(this.dataSource.manager, this.computing, body.xml);
  }

  @Get(':id/versions')
  @Needs('read', 'Process')
  @ApiOperation({ summary: '一个流程的各个版本', operationId: 'listVersions' })
  @ApiOkResponse({ type: VersionListDto })
  @ApiProblems(404)
  async versions(@Param('id') id: string): Promise<VersionListDto> {
    const rows = await listVersions(this.dataSource.manager, id);
    const items = rows.map((row) => ({
      ...row,
      updatedAt: row.updatedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
    return { items, next: null };
  }

  @Get(':id/versions/:version/xml')
  @Needs('read', 'Process')
  @ApiOperation({ summary: '一个版本的流程图', operationId: 'readVersion' })
  @ApiOkResponse({ type: XmlDto })
  @ApiProblems(400, 404)
  async xml(
    @Param('id') id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<XmlDto> {
    return { xml: await versionXml(this.dataSource.manager, id, version) };
  }

  @Put(':id/draft')
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '保存草稿', operationId: 'saveProcessDraft' })
  @ApiOkResponse({ type: SavedVersionDto })
  @ApiProblems(400, 409, 422, 503)
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: DraftProcessDto,
  ): Promise<SavedVersionDto> {
    requireProcessId(id);
    const { replaces, madeFromVersion, ...content } = body;
    const draft = { key: id, content, actor, replaces, madeFromVersion };
    const kind = processKind(this.computing);
    const { version, findings, revision } = await saveDraft(this.dataSource, kind, draft);
    return { version, state: 'draft', hash: null, revision, findings };
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '删去流程草稿', operationId: 'dropProcessDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 409)
  async drop(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { replaces }: DroppedDraftQuery,
  ): Promise<void> {
    await dropDraft(this.dataSource, processKind(this.computing), { key: id, actor, replaces });
  }

  @Post(':id/draft/publication')
  @HttpCode(200)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '发布草稿', operationId: 'publishProcess' })
  @ApiOkResponse({ type: SavedVersionDto })
  @ApiProblems(400, 404, 409, 422, 503)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { note = '', ...reviewed }: NotedReviewDto,
  ): Promise<SavedVersionDto> {
    const publication = { key: id, terms: { note }, actor, ...reviewed };
    const kind = processKind(this.computing);
    const { version, hash } = await publishDraft(this.dataSource, kind, publication);
    return { version, state: 'published', hash, revision: null, findings: [] };
  }

  @Post(':id/retirement')
  @HttpCode(204)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '停用没有事项使用的流程', operationId: 'retireProcess' })
  @ApiNoContentResponse()
  @ApiProblems(404, 409)
  retire(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return retireProcess(this.dataSource, id, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '删除从未办过件的流程', operationId: 'deleteProcess' })
  @ApiNoContentResponse()
  @ApiProblems(404, 409)
  delete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return deleteProcess(this.dataSource, id, actor);
  }
}
