import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { auditLook } from '../audit/index.js';
import {
  actorOf,
  ApiSignedIn,
  CurrentSession,
  errandOf,
  Needs,
  type Session,
} from '../identity/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { ProvinceDoor } from '../../province/index.js';
import {
  CreditDecisionDto,
  CreditRecordDto,
  DepartmentCreditDto,
  NewCreditRequestDto,
  CreditStatusDto,
} from './credit.dto.js';
import { askAbout, decideRequest, recordsOfDepartment } from './requests.js';
import { creditStatus } from './credit-status.js';

/** 信用记录: what stands against somebody, and how it is mended. */
@ApiTags('credit')
@ApiSignedIn()
@Controller('credit')
export class CreditController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  @Get()
  @ApiOperation({ summary: '我的信用：记录、限制，和省信用平台的记录', operationId: 'readCredit' })
  @ApiOkResponse({ type: CreditStatusDto })
  mine(@CurrentSession() session: Session): Promise<CreditStatusDto> {
    const { id } = session.person;
    const province = this.province.on(
      errandOf(actorOf(session), {
        ...{ matter: `credit:${id}`, applicant: id, purpose: '本人查询信用记录' },
      }),
    );
    return creditStatus(this.dataSource.manager, province, {
      personId: id,
      about: { subject: id },
    });
  }

  @Post('records/:id/requests')
  @HttpCode(200)
  @ApiOperation({ summary: '对一条记录提出异议，或者申请信用修复', operationId: 'askAboutCredit' })
  @ApiOkResponse({ type: CreditRecordDto })
  @ApiProblems(400, 404, 409)
  ask(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewCreditRequestDto,
  ): Promise<CreditRecordDto> {
    return askAbout(this.dataSource, session, id, body);
  }

  @Get('department')
  @Needs('use', 'Task')
  @ApiOperation({
    summary: '本部门作出的信用记录和收到的申请',
    operationId: 'listDepartmentCredit',
  })
  @ApiOkResponse({ type: DepartmentCreditDto })
  async department(@CurrentSession() session: Session): Promise<DepartmentCreditDto> {
    const { manager } = this.dataSource;
    const items = await recordsOfDepartment(manager, session);
    await auditLook(manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'credit.read',
      target: `organisation:${session.post?.organisation.id ?? ''}`,
    });
    return { items, next: null };
  }

  @Post('requests/:id/decision')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '处理异议或者信用修复申请', operationId: 'decideCreditRequest' })
  @ApiOkResponse({ type: CreditRecordDto })
  @ApiProblems(400, 404, 409)
  decide(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreditDecisionDto,
  ): Promise<CreditRecordDto> {
    return decideRequest(this.dataSource, session, id, body);
  }
}
