import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, Needs } from '../identity/index.js';
import { Supervision } from './supervision.js';
import { SupervisedCaseListDto, SupervisionQuery } from './supervision.dto.js';

@ApiTags('supervision')
@ApiSignedIn()
@Controller('supervision')
export class SupervisionController {
  constructor(private readonly supervision: Supervision) {}

  @Get('cases')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '已超期和快到期的办件', operationId: 'listSupervisedCases' })
  @ApiOkResponse({ type: SupervisedCaseListDto })
  cases(@Query() query: SupervisionQuery): Promise<SupervisedCaseListDto> {
    return this.supervision.list(query);
  }
}
