import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { requireCase } from '../../cases/index.js';
import { collectionOf } from '../collection/index.js';
import { ApiSignedIn, CurrentSession, type Session } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { gapsOf } from './gaps.js';
import { signedPromises } from './signed.js';
import { WaysDto } from './handling-options.dto.js';

/** In which ways a case is handled: who collected it, what was promised, what is still to come. */
@ApiTags('ways')
@ApiSignedIn()
@Controller('cases')
export class WaysController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':number/ways')
  @ApiOperation({ summary: '收件、承诺书、容缺后补的材料', operationId: 'readWays' })
  @ApiOkResponse({ type: WaysDto })
  @ApiProblems(403, 404)
  async read(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<WaysDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.read-whole');
    const [collection, promises, gaps] = await Promise.all([
      collectionOf(manager, number),
      signedPromises(manager, number),
      gapsOf(manager, number),
    ]);
    return { collection, promises, gaps };
  }
}
