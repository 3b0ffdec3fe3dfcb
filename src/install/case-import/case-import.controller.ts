import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import {
  audit,
  auditLook,
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import {
  fileNameOf,
  Files,
  type ReceivedFile,
  StoredFileDto,
  UploadDto,
} from '../../papers/index.js';
import { DEFINITION_COMPUTING } from '../../definitions/index.js';
import type { Computing } from '../../platform/compute/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { badRequest, DomainError, unprocessable } from '../../platform/errors.js';
import {
  ApiFile,
  ApiKeyed,
  ApiProblems,
  fileAnswer,
  IdempotencyKey,
  TakesOneFile,
} from '../../platform/http/index.js';
import { checkLines } from './bring-over.js';
import {
  BringingOverDto,
  BringingOverListDto,
  LineOutcomeListDto,
  LinesQuery,
  OlderCasesDto,
  SourceQuery,
  TemplateQuery,
} from './case-import.dto.js';
import { templateCsv, templateJson } from './columns.js';
import { keepFile } from './files.js';
import type { ReadLine } from './read-table.js';
import type { OlderCaseTasks } from './tasks.js';
import { dropRun, insertRun, listRuns, readLines, readRun, startRun } from './runs.js';

const LINES = 100;

/** Cases of older systems: template, dry run, run, outcome of every line. */
@ApiTags('bringing-over')
@ApiSignedIn()
@Controller('bringing-overs')
export class BringingOverController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: Files,
    @Inject(DEFINITION_COMPUTING) private readonly computing: Computing<OlderCaseTasks>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '历次导入', operationId: 'listBringingOvers' })
  @ApiOkResponse({ type: BringingOverListDto })
  async list(): Promise<BringingOverListDto> {
    return { items: await listRuns(this.dataSource.manager), next: null };
  }

  @Get('template')
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '下载模板', operationId: 'downloadBringingOverTemplate' })
  @ApiFile('text/csv', 'application/json')
  @ApiProblems(400)
  template(@Query() { format = 'csv' }: TemplateQuery): StreamableFile {
    const text = format === 'csv' ? templateCsv() : templateJson();
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json';
    return fileAnswer(Buffer.from(text), { name: `older-cases.${format}`, type });
  }

  @Post()
  @Needs('manage', 'OlderCases')
  @TakesOneFile(60)
  @ApiBody({ type: OlderCasesDto })
  @ApiKeyed()
  @ApiOperation({
    summary: '上传并逐行检查（预演）：什么都没有导入',
    operationId: 'checkBringingOver',
  })
  @ApiCreatedResponse({ type: BringingOverDto })
  @ApiProblems(400, 413, 422)
  async check(
    @CurrentActor() actor: Actor,
    @Query() { sourceSystem }: SourceQuery,
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @IdempotencyKey() id: string,
  ): Promise<BringingOverDto> {
    if (!file) throw badRequest('no-file', '没有收到文件；请选择按模板填写的 CSV 或 JSON 文件。');
    const lines = await this.linesOf(file.buffer);
    const { manager } = this.dataSource;
    const checked = await checkLines(manager, sourceSystem, lines, this.config.dayLength);
    const fileName = fileNameOf(file.originalname);
    const { personId, postId } = actor;
    await this.dataSource.transaction(async (transaction) => {
      await insertRun(transaction, { id, sourceSystem, fileName, personId, postId }, checked);
      await note(transaction, actor, 'bringing-over.check', id, {
        sourceSystem,
        lines: lines.length,
      });
    });
    return readRun(manager, id);
  }

  /** @throws DomainError what reading a table refuses, and `table-too-large` */
  private linesOf(file: Buffer): Promise<ReadLine[]> {
    return this.computing.run('readOlderCases', file).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'computation-too-costly')
        throw unprocessable('table-too-large', '表格太大，无法检查；请分成几个文件后再上传。');
      throw error;
    });
  }

  @Post('files')
  @Needs('manage', 'OlderCases')
  @TakesOneFile(20)
  @ApiBody({ type: UploadDto })
  @ApiOperation({
    summary: '上传一份原系统的材料；表格的“材料文件”一列按文件名引用它',
    operationId: 'keepBringingOverFile',
  })
  @ApiCreatedResponse({ type: StoredFileDto })
  @ApiProblems(400, 413, 422, 503)
  async keep(
    @CurrentSession() session: Session,
    @Query() { sourceSystem }: SourceQuery,
    @UploadedFile() file: ReceivedFile | undefined,
  ): Promise<StoredFileDto> {
    const kept = await this.files.take(session, file);
    await keepFile(this.dataSource.manager, sourceSystem, kept);
    return kept;
  }

  @Get(':id')
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '一次导入办到哪里了', operationId: 'readBringingOver' })
  @ApiOkResponse({ type: BringingOverDto })
  @ApiProblems(400, 404)
  read(@Param('id', ParseUUIDPipe) id: string): Promise<BringingOverDto> {
    return readRun(this.dataSource.manager, id);
  }

  @Get(':id/lines')
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '逐行的结果', operationId: 'listBringingOverLines' })
  @ApiOkResponse({ type: LineOutcomeListDto })
  @ApiProblems(400, 404)
  async lines(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { state, after }: LinesQuery,
  ): Promise<LineOutcomeListDto> {
    const { manager } = this.dataSource;
    await readRun(manager, id);
    const items = await readLines(manager, id, { state, after, most: LINES });
    const { personId: person, postId: post } = actor;
    await auditLook(manager, {
      ...{ person, post, act: 'bringing-over.read' },
      target: `bringing-over:${id}`,
    });
    return { items, next: items.length === LINES ? items.at(-1)!.line : null };
  }

  @Post(':id/run')
  @HttpCode(202)
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '开始导入没有错误的行', operationId: 'runBringingOver' })
  @ApiAcceptedResponse({ type: BringingOverDto, description: '已受理；可随时查看进度' })
  @ApiProblems(400, 404, 409)
  run(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<BringingOverDto> {
    return this.dataSource.transaction(async (manager) => {
      const run = await startRun(manager, id);
      await note(manager, actor, 'bringing-over.run', id, { ready: run.ready });
      return run;
    });
  }

  @Delete(':id')
  @Needs('manage', 'OlderCases')
  @ApiOperation({ summary: '放弃只检查过的文件', operationId: 'dropBringingOver' })
  @ApiOkResponse({ type: BringingOverDto })
  @ApiProblems(400, 404, 409)
  drop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<BringingOverDto> {
    return this.dataSource.transaction(async (manager) => {
      await dropRun(manager, id);
      await note(manager, actor, 'bringing-over.drop', id, {});
      return readRun(manager, id);
    });
  }
}

function note(
  manager: EntityManager,
  actor: Actor,
  act: string,
  id: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const target = `bringing-over:${id}`;
  const { personId: person, postId: post } = actor;
  return audit(manager, { person, post, act, target, outcome: 'done', detail });
}
