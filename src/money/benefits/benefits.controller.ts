import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  actorOf,
  ApiSignedIn,
  CurrentSession,
  errandOf,
  Needs,
  type Session,
} from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { BankSystem, ProvinceDoor } from '../../province/index.js';
import {
  AccountCorrectionDto,
  BenefitListDto,
  BenefitListsDto,
  NewBenefitListDto,
} from './benefit.dto.js';
import { makeList, readList } from './lists.js';
import { listLists } from './overview.js';
import { approveList, correctLine, PAYING_OUT, resendList } from './payout.js';

/** Paying a benefit out: monthly list → finance → bank → return file → correction → again. */
@ApiTags('benefits')
@ApiSignedIn()
@Controller('benefits')
export class BenefitsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  @Post('lists')
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '生成月度发放名册', operationId: 'makeBenefitList' })
  @ApiCreatedResponse({ type: BenefitListDto })
  @ApiProblems(400, 422)
  make(@CurrentSession() session: Session, @Body() body: NewBenefitListDto) {
    return makeList(this.dataSource, session, body);
  }

  @Get('lists')
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '各月的发放名册', operationId: 'listBenefitLists' })
  @ApiOkResponse({ type: BenefitListsDto })
  async list(@CurrentSession() session: Session): Promise<BenefitListsDto> {
    return { items: await listLists(this.dataSource.manager, session), next: null };
  }

  @Get('lists/:id')
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '发放名册', operationId: 'readBenefitList' })
  @ApiOkResponse({ type: BenefitListDto })
  @ApiProblems(404)
  read(@CurrentSession() session: Session, @Param('id') id: string) {
    return readList(this.dataSource, session, id);
  }

  @Post('lists/:id/finance-approval')
  @HttpCode(200)
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '财政核拨并交代发银行', operationId: 'approveBenefitList' })
  @ApiOkResponse({ type: BenefitListDto })
  @ApiProblems(404, 409)
  approve(@CurrentSession() session: Session, @Param('id') id: string) {
    return approveList(this.dataSource, this.bankFor(session, id), session, id);
  }

  @Post('lists/:id/resend')
  @HttpCode(200)
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '重新发放已更正的失败记录', operationId: 'resendBenefitList' })
  @ApiOkResponse({ type: BenefitListDto })
  @ApiProblems(404, 422)
  resend(@CurrentSession() session: Session, @Param('id') id: string) {
    return resendList(this.dataSource, this.bankFor(session, id), session, id);
  }

  @Post('lines/:id/correction')
  @HttpCode(200)
  @Needs('use', 'Benefit')
  @ApiOperation({ summary: '村（社区）更正发放失败的账户', operationId: 'correctBenefitLine' })
  @ApiOkResponse({ type: BenefitListDto })
  @ApiProblems(400, 404, 409)
  correct(
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Body() body: AccountCorrectionDto,
  ) {
    return correctLine(this.dataSource, this.province, session, id, body.account);
  }

  private bankFor(session: Session, list: string): BankSystem {
    const errand = {
      matter: `benefit-list:${list}`,
      applicant: null,
      purpose: PAYING_OUT,
    } as const;
    return this.province.on(errandOf(actorOf(session), errand)).bank;
  }
}
