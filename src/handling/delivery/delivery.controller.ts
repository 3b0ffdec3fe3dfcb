import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { requireCase } from '../../cases/index.js';
import {
  ApiSignedIn,
  CurrentSession,
  Needs,
  ShowsPeople,
  type Session,
} from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { Delivering } from './delivering.js';
import {
  ArriveDto,
  DeliveryStateDto,
  EnvelopeDto,
  HandOutDto,
  ParcelListDto,
  SendDto,
  SentCaseListDto,
} from './delivery.dto.js';
import { parcelsAt } from './parcels.js';
import { deliveryState } from './state.js';

/** 送达 of results: by post, at the counter, electronically. */
@ApiTags('delivery')
@ApiSignedIn()
@Controller()
export class DeliveryController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly delivering: Delivering,
  ) {}

  @Get('deliveries')
  @Needs('use', 'Task')
  @ShowsPeople('deliveries')
  @ApiOperation({ summary: '本部门、本窗口待寄出、待领取的结果', operationId: 'listDeliveries' })
  @ApiOkResponse({ type: ParcelListDto })
  async list(@CurrentSession() session: Session): Promise<ParcelListDto> {
    return { items: await parcelsAt(this.dataSource.manager, session), next: null };
  }

  @Post('deliveries/sending')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '邮寄：几件结果装一个信封，一次登记', operationId: 'sendResults' })
  @ApiOkResponse({ type: SentCaseListDto })
  @ApiProblems(400, 422)
  async sendTogether(
    @CurrentSession() session: Session,
    @Body() { cases, ...envelope }: EnvelopeDto,
  ): Promise<SentCaseListDto> {
    return { items: await this.delivering.sendTogether(session, cases, envelope) };
  }

  @Get('cases/:number/delivery')
  @ApiOperation({ summary: '结果怎样送达、到了哪一步', operationId: 'readDelivery' })
  @ApiOkResponse({ type: DeliveryStateDto })
  @ApiProblems(403, 404)
  async read(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<DeliveryStateDto> {
    await requireCase(this.dataSource.manager, session, number, 'case.read-whole');
    return deliveryState(this.dataSource.manager, number);
  }

  @Post('cases/:number/delivery/sending')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '邮寄：已寄出', operationId: 'sendResult' })
  @ApiOkResponse({ type: DeliveryStateDto })
  @ApiProblems(400, 403, 404, 409)
  async send(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() body: SendDto,
  ): Promise<DeliveryStateDto> {
    await this.delivering.send(session, number, body);
    return deliveryState(this.dataSource.manager, number);
  }

  @Post('cases/:number/delivery/arrival')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '邮寄：已签收，即为送达', operationId: 'resultArrived' })
  @ApiOkResponse({ type: DeliveryStateDto })
  @ApiProblems(400, 403, 404, 409)
  async arrive(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() { receiver }: ArriveDto,
  ): Promise<DeliveryStateDto> {
    await this.delivering.arrive(session, number, receiver);
    return deliveryState(this.dataSource.manager, number);
  }

  @Post('cases/:number/delivery/handing')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '自取：核验证件、签名后发放，即为送达', operationId: 'handOutResult' })
  @ApiOkResponse({ type: DeliveryStateDto })
  @ApiProblems(400, 403, 404, 409)
  async handOut(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() body: HandOutDto,
  ): Promise<DeliveryStateDto> {
    await this.delivering.handOut(session, number, body);
    return deliveryState(this.dataSource.manager, number);
  }
}
