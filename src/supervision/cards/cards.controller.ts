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
import { CARD_COLUMNS } from '../register-columns.js';
import {
  ActBodyDto,
  CardDecisionListDto,
  CardDecisionsDto,
  CardDetailDto,
  CardFileQuery,
  CardListDto,
  CardQueryDto,
  CardStateDto,
  IssuedDto,
  NewCardDto,
} from './card.dto.js';
import { Cards } from './cards.js';

@ApiTags('cards')
@ApiSignedIn()
@Controller('cards')
export class CardsController {
  constructor(private readonly cards: Cards) {}

  @Get()
  @Needs('use', 'Task')
  @ApiOperation({ summary: '预警、黄牌、红牌', operationId: 'listCards' })
  @ApiOkResponse({ type: CardListDto })
  @ApiProblems(400)
  list(@CurrentSession() session: Session, @Query() query: CardQueryDto): Promise<CardListDto> {
    return this.cards.list(session, { ...query, by: query.by ?? 'territory' });
  }

  @Get('file')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '预警、黄牌、红牌，导出为表格', operationId: 'downloadCards' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400, 422)
  async file(@CurrentSession() session: Session, @Query() query: CardFileQuery) {
    const asked = { ...query, by: query.by ?? 'territory' } as const;
    const list = await this.cards.list(session, asked, MOST_LINES);
    return spreadsheetAnswer(await registerFile('亮牌', CARD_COLUMNS, list, query.format));
  }

  @Post('decisions')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '一并确认或不予亮牌，每张各自办理', operationId: 'decideCards' })
  @ApiOkResponse({ type: CardDecisionListDto })
  @ApiProblems(400)
  async decide(
    @CurrentSession() session: Session,
    @Body() { cards, decision, text }: CardDecisionsDto,
  ): Promise<CardDecisionListDto> {
    return { items: await this.cards.decide(session, cards, decision, text) };
  }

  @Get(':id')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '一张牌和它的经过', operationId: 'readCard' })
  @ApiOkResponse({ type: CardDetailDto })
  @ApiProblems(404)
  read(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CardDetailDto> {
    return this.cards.read(session, id);
  }

  @Post()
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '人工亮牌', operationId: 'issueCard' })
  @ApiOkResponse({ type: IssuedDto })
  @ApiKeyed()
  @ApiProblems(400, 404, 409)
  issue(
    @CurrentSession() session: Session,
    @Body() body: NewCardDto,
    @IdempotencyKey() key: string,
  ): Promise<IssuedDto> {
    return this.cards.issue(session, key, body);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '被亮牌的单位答复', operationId: 'answerCard' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(400, 404, 409)
  answer(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'answer', body);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '确认亮牌', operationId: 'confirmCard' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(404, 409)
  confirm(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'confirm', body);
  }

  @Post(':id/dismissal')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '不予亮牌', operationId: 'dismissCard' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(400, 404, 409)
  dismiss(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'dismiss', body);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '认可答复', operationId: 'acceptCardAnswer' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(404, 409)
  accept(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'accept', body);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '答复退回补充', operationId: 'returnCardAnswer' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(400, 404, 409)
  return(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'return', body);
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Needs('use', 'Supervision')
  @ApiOperation({ summary: '撤销亮牌', operationId: 'revokeCard' })
  @ApiOkResponse({ type: CardStateDto })
  @ApiProblems(400, 404, 409)
  revoke(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActBodyDto,
  ): Promise<CardStateDto> {
    return this.cards.move(session, id, 'revoke', body);
  }
}
