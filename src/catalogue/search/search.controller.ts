import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { RemoveSearchWordDto, SearchWordListDto, SetSearchWordDto } from './search-word.dto.js';
import { listMisses, listWords, removeWord, setWord } from './words.js';

@ApiTags('search')
@ApiSignedIn()
@Controller('search-words')
export class SearchController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '搜索用词，和没有找到的搜索', operationId: 'listSearchWords' })
  @ApiOkResponse({ type: SearchWordListDto })
  async list(): Promise<SearchWordListDto> {
    const { manager } = this.dataSource;
    return { words: await listWords(manager), misses: await listMisses(manager) };
  }

  @Put()
  @HttpCode(204)
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '写明一种说法指什么', operationId: 'setSearchWord' })
  @ApiNoContentResponse()
  @ApiProblems(400)
  set(@CurrentActor() actor: Actor, @Body() body: SetSearchWordDto): Promise<void> {
    return setWord(this.dataSource, actor, body);
  }

  @Post('removal')
  @HttpCode(204)
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '去掉一种说法', operationId: 'removeSearchWord' })
  @ApiNoContentResponse()
  @ApiProblems(400)
  remove(@CurrentActor() actor: Actor, @Body() { word }: RemoveSearchWordDto): Promise<void> {
    return removeWord(this.dataSource, actor, word);
  }
}
