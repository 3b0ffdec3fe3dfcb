import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiFile, ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  MOST_LINES,
  registerFile,
  SPREADSHEET_TYPES,
  spreadsheetAnswer,
} from '../figures/spreadsheet.js';
import { ORDER_COLUMNS } from '../register-columns.js';
import { ActBodyDto } from '../cards/card.dto.js';
import {
  IssuedOrderDto,
  NewOrderDto,
  OrderDetailDto,
  OrderFileQuery,
  OrderListDto,
  OrderQueryDto,
  OrderReturnDto,
  OrderStateDto,
} from './order.dto.js';
import { Orders } from './orders.js';

@ApiTags('orders')
@ApiSignedIn()
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: Orders) {}

  @Get()
  @Needs('use', 'Task')
  @ApiOperation({ summary: '督办件', operationId: 'listOrders' })
  @ApiOkResponse({ type: OrderListDto })
  @ApiProblems(400)
  list(@CurrentSession() session: Session, @Query() query: OrderQueryDto): Promise<OrderListDto> {
    return this.orders.list(session, { ...query, by: query.by ?? 'territory' });
  }

  @Get('file')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '督办件，导出为表格', operationId: 'downloadOrders' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400, 422)
  async file(@CurrentSession() session: Session, @Query() query: OrderFileQuery) {
    const asked = { ...query, by: query.by ?? 'territory' } as const;
    const list = await this.orders.list(session, asked, MOST_LINES);
    return spreadsheetAnswer(await registerFile('督办', ORDER_COLUMNS, list, query.format));
  }

  @Get(':id')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '一件督办和它的经过', operationId: 'readOrder' })
  @ApiOkResponse({ type: OrderDetailDto })
  @ApiProblems(404)
  read(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OrderDetailDto> {
    return this.orders.read(session, id);
  }

  @Post()
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '发督办', operationId: 'issueOrder' })
  @ApiOkResponse({ type: IssuedOrderDto })
  @ApiKeyed()
  @ApiProblems(400, 404, 409)
  issue(
    @CurrentSession() session: Session,
    @Body() body: NewOrderDto,
    @IdempotencyKey() key: string,
  ): Promise<IssuedOrderDto> {
    return this.orders.issue(session, key, body);
  }

  @Post(':id/reply')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '被督办的单位答复', operationId: 'replyToOrder' })
  @ApiOkResponse({ type: OrderStateDto })
  @ApiProblems(400, 404, 409)
  reply(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<OrderStateDto> {
    return this.orders.move(session, id, 'reply', body);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '认可答复，办结', operationId: 'acceptOrderReply' })
  @ApiOkResponse({ type: OrderStateDto })
  @ApiProblems(404, 409)
  accept(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<OrderStateDto> {
    return this.orders.move(session, id, 'accept', body);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '答复退回补充，可以改期', operationId: 'returnOrderReply' })
  @ApiOkResponse({ type: OrderStateDto })
  @ApiProblems(400, 404, 409)
  return(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OrderReturnDto,
  ): Promise<OrderStateDto> {
    return this.orders.move(session, id, 'return', body);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '撤回督办', operationId: 'withdrawOrder' })
  @ApiOkResponse({ type: OrderStateDto })
  @ApiProblems(400, 404, 409)
  withdraw(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<OrderStateDto> {
    return this.orders.move(session, id, 'withdraw', body);
  }
}
