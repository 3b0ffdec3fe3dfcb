import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, CurrentSession, type Session } from '../../people/index.js';
import { ApiFile, ApiProblems, fileAnswer, TakesOneFile } from '../../platform/http/index.js';
import { FILE_TYPES } from './inspection/index.js';
import { StoredFileDto, UploadDto } from './file.dto.js';
import { Files, type ReceivedFile } from './files.js';

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
  @ApiOperation({ summary: '下载一个文件', operationId: 'downloadFile' })
  @ApiFile(...FILE_TYPES)
  @ApiProblems(400, 403, 404, 503)
  async download(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.open(session, id);
    return fileAnswer(bytes, { name: file.name, type: file.mime, size: file.size });
  }
}
