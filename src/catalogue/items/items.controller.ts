import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, CurrentSession, Public, type Session } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import {
  FormDto,
  ItemDto,
  ItemListDto,
  ItemQuery,
  SituationDto,
  SituationQueryDto,
  TranslationListDto,
} from './item.dto.js';
import { Items } from './items.js';

/** The catalogue and its guides are for everybody; what is about a person needs the person. */
@ApiTags('items')
@Controller('items')
export class ItemsController {
  constructor(private readonly items: Items) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '可以申办的事项', operationId: 'listItems' })
  @ApiOkResponse({ type: ItemListDto })
  list(@Query() query: ItemQuery): Promise<ItemListDto> {
    return this.items.list(query.q);
  }

  @Get('english')
  @Public()
  @ApiOperation({ summary: '各事项名称、结果和说明的英文', operationId: 'listItemsInEnglish' })
  @ApiOkResponse({ type: TranslationListDto })
  listedInEnglish(): Promise<TranslationListDto> {
    return this.items.listedInEnglish();
  }

  @Get(':code/english')
  @Public()
  @ApiOperation({ summary: '一个事项的英文译文', operationId: 'readItemInEnglish' })
  @ApiOkResponse({ type: TranslationListDto })
  @ApiProblems(404)
  english(@Param('code') code: string): Promise<TranslationListDto> {
    return this.items.english(code);
  }

  @Get(':code')
  @Public()
  @ApiOperation({ summary: '一个事项和它的办事指南', operationId: 'readItem' })
  @ApiOkResponse({ type: ItemDto })
  @ApiProblems(404)
  read(@Param('code') code: string): Promise<ItemDto> {
    return this.items.read(code);
  }

  @Get(':code/form')
  @ApiSignedIn()
  @ApiOperation({ summary: '申请表', operationId: 'readItemForm' })
  @ApiOkResponse({ type: FormDto })
  @ApiProblems(404)
  form(@Param('code') code: string): Promise<FormDto> {
    return this.items.form(code);
  }

  @Post(':code/situation')
  @ApiSignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: '情形引导：要办哪些、要交什么', operationId: 'readSituation' })
  @ApiOkResponse({ type: SituationDto })
  @ApiProblems(400, 404)
  situation(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() body: SituationQueryDto,
  ): Promise<SituationDto> {
    return this.items.situation(session, code, body.form);
  }
}
