import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  AuthorisationDto,
  AuthorisationListDto,
  NewAuthorisationDto,
  PaperAuthorisationDto,
} from './authorisation.dto.js';
import { Authorisations } from './authorisations.js';
import { Giving } from './giving.js';

/** 委托代办. */
@ApiTags('authorisations')
@ApiSignedIn()
@Controller()
export class AuthorisationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authorisations: Authorisations,
    private readonly giving: Giving,
  ) {}

  @Get('authorisations')
  @ApiOperation({
    summary: '我的委托：委托别人的，和别人委托的',
    operationId: 'listAuthorisations',
  })
  @ApiOkResponse({ type: AuthorisationListDto })
  list(@CurrentSession() session: Session): Promise<AuthorisationListDto> {
    return this.authorisations.list(session.person.id);
  }

  @Post('authorisations')
  @HttpCode(200)
  @ApiKeyed()
  @ApiOperation({ summary: '委托别人代为办事', operationId: 'authorise' })
  @ApiOkResponse({ type: AuthorisationDto })
  @ApiProblems(400, 403, 404, 409, 422, 503)
  async give(
    @CurrentSession() session: Session,
    @Body() body: NewAuthorisationDto,
    @IdempotencyKey() key: string,
  ): Promise<AuthorisationDto> {
    await this.giving.online(session, body, key);
    return this.authorisations.read(this.dataSource.manager, key);
  }

  @Post('window/authorisations')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiKeyed()
  @ApiOperation({
    summary: '窗口登记授权委托书',
    operationId: 'recordAuthorisation',
  })
  @ApiOkResponse({ type: AuthorisationDto })
  @ApiProblems(400, 403, 404, 409, 422, 503)
  async record(
    @CurrentSession() session: Session,
    @Body() body: PaperAuthorisationDto,
    @IdempotencyKey() key: string,
  ): Promise<AuthorisationDto> {
    await this.giving.onPaper(session, body, key);
    return this.authorisations.read(this.dataSource.manager, key);
  }

  @Delete('authorisations/:id')
  @HttpCode(204)
  @ApiOperation({
    summary: '撤销或者辞去委托',
    operationId: 'revokeAuthorisation',
  })
  @ApiNoContentResponse()
  @ApiProblems(400, 404)
  revoke(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.authorisations.revoke(session, id);
  }
}
