import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { keeperOf } from '../scope/index.js';
import { ChangeListDto, ChangeQuery } from './change.dto.js';
import { changesOf } from './history.js';
import { PlannedChanges } from './planned.js';

@ApiTags('register')
@ApiSignedIn()
@Controller('register-changes')
export class ChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly planned: PlannedChanges,
  ) {}

  @Get()
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '登记变更：已生效的和计划的', operationId: 'listRegisterChanges' })
  @ApiOkResponse({ type: ChangeListDto })
  @ApiProblems(400)
  async list(
    @CurrentSession() session: Session,
    @Query() query: ChangeQuery,
  ): Promise<ChangeListDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return changesOf(manager, { ...query, territory });
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '撤销一项计划的变更', operationId: 'withdrawRegisterChange' })
  @ApiNoContentResponse()
  @ApiProblems(404, 409)
  async withdraw(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.planned.withdraw(await keeperOf(this.dataSource.manager, session), id);
  }
}
