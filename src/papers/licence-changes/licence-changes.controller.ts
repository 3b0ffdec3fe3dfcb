import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, type Session } from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { ApiProblems } from '../../platform/http/index.js';
import { HeldLicencesDto, NewLicenceChangeDto, OpenedDraftDto } from './licence-change.dto.js';
import { draftChange, licencesHeldBy } from './opening.js';

/** 我的证照: what I hold, and what I may have done with it. */
@ApiTags('licences')
@ApiSignedIn()
@Controller('licences')
export class LicenceChangesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: '我的证照', operationId: 'listLicences' })
  @ApiOkResponse({ type: HeldLicencesDto })
  async list(@CurrentSession() session: Session): Promise<HeldLicencesDto> {
    const verifyUrl = (code: string) => new URL(`/verify/${code}`, this.config.publicUrl).href;
    const { manager } = this.dataSource;
    return { items: await licencesHeldBy(manager, session.person.id, verifyUrl), next: null };
  }

  @Post(':identifier/changes')
  @ApiOperation({ summary: '延续、变更、补证、注销：得到一份草稿', operationId: 'changeLicence' })
  @ApiCreatedResponse({ type: OpenedDraftDto })
  @ApiProblems(400, 404, 409)
  async change(
    @CurrentSession() session: Session,
    @Param('identifier') identifier: string,
    @Body() { operation }: NewLicenceChangeDto,
  ): Promise<OpenedDraftDto> {
    return { draft: await draftChange(this.dataSource, session, identifier, operation) };
  }
}
