import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { audit, ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { requireNotOwn } from '../../cases/index.js';
import { type Storage, STORAGE } from '../files/index.js';
import { conflict } from '../../platform/errors.js';
import { ApiProblems, decodeCursor, encodeCursor, fileAnswer } from '../../platform/http/index.js';
import {
  ArchiveListDto,
  ArchivePackageDto,
  ArchiveQuery,
  ArchiveRequestDto,
} from './archive.dto.js';
import { PAGE, packageOf, packagesOf, requestPackage } from './packages.js';

/** An archivist sees the cases the own department leads; an administrator all. */
const scopeOf = ({ post }: Session): string | null =>
  post?.role === 'admin' ? null : (post?.organisation.id ?? '');

const by = ({ person, post }: Session) => ({ person: person.id, post: post?.id ?? null });

@ApiTags('archives')
@ApiSignedIn()
@Needs('manage', 'Archive')
@Controller('archives')
export class ArchivesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  @Get()
  @ApiOperation({ summary: '归档包', operationId: 'listArchives' })
  @ApiOkResponse({ type: ArchiveListDto })
  @ApiProblems(400)
  async list(
    @CurrentSession() session: Session,
    @Query() query: ArchiveQuery,
  ): Promise<ArchiveListDto> {
    const rows = await packagesOf(this.dataSource.manager, {
      department: scopeOf(session),
      state: query.state,
      caseNumber: query.case,
      after: query.cursor ? decodeCursor(query.cursor) : undefined,
    });
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE),
      next: last ? encodeCursor([last.requestedAt.toISOString(), last.id]) : null,
    };
  }

  @Post()
  @ApiOperation({
    summary: '将一个已办结的办件归档；退回的重新归档',
    operationId: 'requestArchive',
  })
  @ApiCreatedResponse({ type: ArchivePackageDto })
  @ApiProblems(400, 404, 409)
  async request(
    @CurrentSession() session: Session,
    @Body() body: ArchiveRequestDto,
  ): Promise<ArchivePackageDto> {
    const scope = scopeOf(session);
    await requireNotOwn(this.dataSource.manager, session, body.case);
    const id = await this.dataSource.transaction((manager) =>
      requestPackage(manager, body.case, scope, by(session)),
    );
    const { fileKey: _, ...found } = await packageOf(this.dataSource.manager, id, scope);
    return found;
  }

  @Get(':id/package')
  @ApiOperation({ summary: '下载归档包', operationId: 'downloadArchive' })
  @ApiOkResponse({
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems(400, 404, 409)
  async download(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { manager } = this.dataSource;
    const found = await packageOf(manager, id, scopeOf(session));
    await requireNotOwn(manager, session, found.caseNumber);
    if (!found.fileKey) throw conflict('archive-not-packed', '归档包还没有封装好，请稍后再下载。');
    await audit(manager, {
      ...by(session),
      act: 'archive.download',
      target: `case:${found.caseNumber}`,
      outcome: 'done',
    });
    const bytes = await this.storage.get(found.fileKey, found.size);
    const name = `${found.caseNumber}.zip`;
    return fileAnswer(bytes, { name, type: 'application/zip', size: found.size });
  }
}
