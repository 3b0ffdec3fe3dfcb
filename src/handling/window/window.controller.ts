import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DraftDto, DraftSituations, Drafts } from '../drafts/index.js';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ApiProblems } from '../../platform/http/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { ProvinceDoor } from '../../province/index.js';
import { openEntry } from './entries.js';
import { NewEntryDto } from './window.dto.js';

/** 综合窗口: what comes over the counter. */
@ApiTags('window')
@ApiSignedIn()
@Controller('window')
export class WindowController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: Drafts,
    private readonly situations: DraftSituations,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  @Post('entries')
  @Needs('use', 'Task')
  @ApiOperation({
    summary: '为窗口前的人录入申请：核验身份，得到一份草稿',
    operationId: 'enterAtWindow',
  })
  @ApiCreatedResponse({ type: DraftDto })
  @ApiProblems(400, 404, 422, 503)
  async enter(@CurrentSession() session: Session, @Body() body: NewEntryDto): Promise<DraftDto> {
    const key = this.config.digestKey;
    await this.drafts.requireRegion(body.region);
    const id = await openEntry(this.dataSource, this.province, session, body, key);
    return this.situations.begin(session, id);
  }
}
