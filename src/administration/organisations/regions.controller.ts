import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { perform, PerformedDto } from '../changes/index.js';
import { keeperOf } from '../scope/index.js';
import { ChangedRegionDto, NewRegionDto } from './organisation.dto.js';
import { ADD_REGION, CHANGE_REGION } from './regions.js';

/** Without a day given: codes of GB/T 2260 were there before the platform. */
const SINCE = '2000-01-01';

@ApiTags('register')
@ApiSignedIn()
@Controller('regions')
export class RegionsRegister {
  constructor(private readonly dataSource: DataSource) {}

  @Post()
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '登记行政区划', operationId: 'addRegion' })
  @ApiCreatedResponse({ type: PerformedDto })
  @ApiProblems(400, 409, 422)
  async add(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Body() { code, name, level, parent, validFrom = SINCE }: NewRegionDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = { code, name, level, parent, validFrom };
    return perform(this.dataSource, ADD_REGION, { by, asked, key });
  }

  @Put(':code')
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '区划更名或撤销', operationId: 'changeRegion' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async change(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() { name, ended, validFrom: from }: ChangedRegionDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = { code, ...(name && { name }), ...(ended && { ended }) };
    return perform(this.dataSource, CHANGE_REGION, { by, asked, from, key });
  }
}
