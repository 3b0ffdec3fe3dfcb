import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  UploadedFile,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Storage, STORAGE } from '../files/index.js';
import { Public } from '../../people/index.js';
import { badRequest } from '../../platform/errors.js';
import { ApiProblems, TakesOneFile } from '../../platform/http/index.js';
import { ComparisonDto, FileDto, VerifiedDto } from './verification.dto.js';
import { readAll } from './reading.js';
import { documentOfCode, sm3Of, verified } from './verification.js';
import { VerificationGuard } from './verification.guard.js';

/** Anybody verifies a paper by the code in its QR. */
@ApiTags('verification')
@Public()
@UseGuards(VerificationGuard)
@Controller('verification')
export class VerificationController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  @Get(':code')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '核验一份文书', operationId: 'verifyDocument' })
  @ApiOkResponse({ type: VerifiedDto })
  @ApiProblems(404, 429)
  async verify(@Param('code') code: string): Promise<VerifiedDto> {
    const document = await documentOfCode(this.dataSource.manager, code);
    const kept = document.fileKey
      ? await this.storage
          .get(document.fileKey)
          .then(readAll)
          .catch(() => null)
      : null;
    return verified(document, kept);
  }

  @Post(':code/comparison')
  @HttpCode(200)
  @TakesOneFile(20)
  @ApiBody({ type: FileDto })
  @ApiOperation({ summary: '所持文件与原件是否相同', operationId: 'compareDocument' })
  @ApiOkResponse({ type: ComparisonDto })
  @ApiProblems(400, 404, 413, 429, 503)
  async compare(
    @Param('code') code: string,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<ComparisonDto> {
    const document = await documentOfCode(this.dataSource.manager, code);
    if (!file) throw badRequest('file-missing', '没有收到文件，请选择要核对的文件。');
    const digest = sm3Of(file.buffer);
    return { same: digest === document.digest, digest };
  }
}
