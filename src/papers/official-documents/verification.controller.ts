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
import { ApiProblems, PUBLIC_ROOM, TakesOneFile } from '../../platform/http/index.js';
import { ComparisonDto, FileDto, VerifiedDto } from './verification.dto.js';
import { readAll } from './reading.js';
import { SealCertificates } from './seal-certificates.js';
import { checksOf, sm3Of } from './seal-checks.js';
import { paperNamed, verified, type FoundPaper } from './verification.js';
import { VerificationGuard } from './verification.guard.js';

/** Anybody verifies a paper by the code in its QR, or whether a licence holds by its number. */
@ApiTags('verification')
@Public()
@UseGuards(VerificationGuard)
@Controller('verification')
export class VerificationController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
    private readonly certificates: SealCertificates,
  ) {}

  @Get(':code')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: '按核验码、证号或者电子证照标识核验文书和证照',
    operationId: 'verifyDocument',
  })
  @ApiOkResponse({ type: VerifiedDto })
  @ApiProblems(404, 429)
  async verify(@Param('code') code: string): Promise<VerifiedDto> {
    const { manager } = this.dataSource;
    const paper = await paperNamed(manager, code);
    const [certificate, kept] = await Promise.all([
      this.certificates.of(paper.sealId!),
      this.keptOf(paper),
    ]);
    const { organisationId, digest, signature, sealId, signedAt } = paper;
    const signed = { organisationId, digest: digest!, signature: signature! };
    const seal = { sealId: sealId!, signedAt: signedAt! };
    const checks = checksOf({ ...signed, ...seal }, certificate, kept);
    return verified(manager, paper, checks, Date.now());
  }

  @Post(':code/comparison')
  @HttpCode(200)
  @TakesOneFile(20, PUBLIC_ROOM)
  @ApiBody({ type: FileDto })
  @ApiOperation({ summary: '所持文件与原件是否相同', operationId: 'compareDocument' })
  @ApiOkResponse({ type: ComparisonDto })
  @ApiProblems(400, 404, 413, 429, 503)
  async compare(
    @Param('code') code: string,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<ComparisonDto> {
    const document = await paperNamed(this.dataSource.manager, code);
    if (!file) throw badRequest('file-missing', '没有收到文件，请选择要核对的文件。');
    const digest = sm3Of(file.buffer);
    return { same: digest === document.digest, digest };
  }

  /** What was signed, as it is kept; null = it cannot be read now. */
  private async keptOf({ fileKey, sealedText }: FoundPaper): Promise<Buffer | null> {
    if (!fileKey) return sealedText === null ? null : Buffer.from(sealedText);
    return this.storage
      .get(fileKey)
      .then(readAll)
      .catch(() => null);
  }
}
