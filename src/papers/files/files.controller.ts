import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiSignedIn, CurrentSession, type Session } from '../../people/index.js';
import { ApiFile, ApiProblems, fileAnswer, TakesOneFile } from '../../platform/http/index.js';
import { FILE_TYPES } from './inspection/index.js';
import { FileQuery, StoredFileDto, UploadDto } from './file.dto.js';
import { Files, type ReceivedFile } from './files.js';

/** What browsers show by themselves and run nothing of: each was looked through before it was kept. */
const VIEWED: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);
/** In a frame of our own pages; nothing in it may act. The browser's PDF viewer is an object of its own. */
const VIEWED_POLICY =
  "script-src 'none'; style-src 'unsafe-inline'; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

@ApiTags('files')
@ApiSignedIn()
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @TakesOneFile(20)
  @ApiBody({ type: UploadDto })
  @ApiOperation({ summary: '上传一个文件', operationId: 'uploadFile' })
  @ApiCreatedResponse({ type: StoredFileDto })
  @ApiProblems(400, 413, 422, 503)
  upload(
    @CurrentSession() session: Session,
    @UploadedFile() file: ReceivedFile | undefined,
  ): Promise<StoredFileDto> {
    return this.files.take(session, file);
  }

  @Get(':id')
  @ApiOperation({
    summary: '下载一个文件；或者在页面中查看 PDF 和图片',
    operationId: 'downloadFile',
  })
  @ApiFile(...FILE_TYPES)
  @ApiProblems(400, 403, 404, 503)
  async download(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { view = false }: FileQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.open(session, id);
    const inline = view && VIEWED.has(file.mime);
    if (inline) response.setHeader('Content-Security-Policy', VIEWED_POLICY);
    return fileAnswer(bytes, { name: file.name, type: file.mime, size: file.size, inline });
  }
}
