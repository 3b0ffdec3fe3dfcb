import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  type Session,
} from '../../people/index.js';
import { ApiProblems, Cursor, IdempotencyKey } from '../../platform/http/index.js';
import {
  tell,
  ApiCommand,
  type CaseAnswerDto,
  type CommandDto,
  SupplementDto,
  WithdrawDto,
  CaseCommands,
} from '../../cases/index.js';
import { CaseDto } from './case.dto.js';
import { CaseProgressDto } from './case-progress.dto.js';
import { CaseListDto } from './case-summary.dto.js';
import { DiagramDto } from './diagram.dto.js';
import { CaseQueries } from './case-queries.js';
import { Corrections } from './corrections.js';
import { ProvinceAnswersDto } from './province-answers.dto.js';
import { PersonalDataDto, ShowPersonalDataDto } from './personal-data.dto.js';

class CaseListQuery {
  @Cursor()
  cursor?: string;
}

@ApiTags('cases')
@ApiSignedIn()
@Controller('cases')
export class CasesController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly commands: CaseCommands,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  @ApiOperation({ summary: '我申办的办件', operationId: 'listCases' })
  @ApiOkResponse({ type: CaseListDto })
  list(@CurrentSession() session: Session, @Query() query: CaseListQuery): Promise<CaseListDto> {
    return this.queries.mine(session, query.cursor);
  }

  @Get(':number')
  @ApiOperation({ summary: '一个办件', operationId: 'readCase' })
  @ApiOkResponse({ type: CaseDto })
  @ApiProblems(403, 404)
  read(@CurrentSession() session: Session, @Param('number') number: string): Promise<CaseDto> {
    return this.queries.read(session, number);
  }

  @Get(':number/progress')
  @ApiOperation({
    summary: '一个办件办到第几步；带着上次的 ETag 来问（If-None-Match），没有变就是 304',
    operationId: 'readCaseProgress',
  })
  @ApiOkResponse({ type: CaseProgressDto })
  @ApiNotModifiedResponse({ description: '还在那一步' })
  @ApiProblems(403, 404)
  progress(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<CaseProgressDto> {
    return this.queries.progress(session, number);
  }

  @Get(':number/province-answers')
  @ApiOperation({
    summary: '省里的登记库和系统对这个办件的应答，与申请表逐项比对',
    operationId: 'readProvinceAnswers',
  })
  @ApiOkResponse({ type: ProvinceAnswersDto })
  @ApiProblems(403, 404)
  provinceAnswers(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<ProvinceAnswersDto> {
    return this.queries.provinceAnswers(session, number);
  }

  @Post(':number/personal-data')
  @HttpCode(200)
  @ApiOperation({
    summary: '查看被遮盖的证件号码、电话和账户，须说明理由，记入审计',
    operationId: 'showPersonalData',
  })
  @ApiOkResponse({ type: PersonalDataDto })
  @ApiProblems(400, 403, 404)
  personalData(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() { reason }: ShowPersonalDataDto,
  ): Promise<PersonalDataDto> {
    return this.queries.showPersonal(session, number, reason);
  }

  @Get(':number/diagram')
  @ApiOperation({ summary: '流程图和办到哪里了', operationId: 'readDiagram' })
  @ApiOkResponse({ type: DiagramDto })
  @ApiProblems(403, 404)
  diagram(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<DiagramDto> {
    return this.queries.diagram(session, number);
  }

  @Post(':number/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: '撤回申请', operationId: 'withdrawCase' })
  @ApiCommand()
  async withdraw(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() body: WithdrawDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    await this.queries.requireOwn(session, number, 'case.withdraw');
    const result = await this.commands.withdraw(number, actor, body.reason, key);
    return tell(result, response, { caseNumber: number, kind: 'withdraw' });
  }

  @Post(':number/supplement')
  @HttpCode(200)
  @ApiOperation({ summary: '补正', operationId: 'supplementCase' })
  @ApiCommand()
  async supplement(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() body: SupplementDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    await this.queries.requireOwn(session, number, 'case.supplement');
    const result = await this.corrections.supplement(number, actor, body, key);
    return tell(result, response, { caseNumber: number, kind: 'complete' });
  }
}
