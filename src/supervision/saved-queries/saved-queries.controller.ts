import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { SavedQueries } from './saved-queries.js';
import {
  ChangedSavedQueryDto,
  NewSavedQueryDto,
  SavedQueryDto,
  SavedQueryListDto,
  SavedQuerySendingDto,
  SupervisorListDto,
} from './saved-query.dto.js';

/** Each is changed, sent and deleted by who made it alone. */
@ApiTags('supervision')
@ApiSignedIn()
@Controller('saved-queries')
export class SavedQueriesController {
  constructor(private readonly queries: SavedQueries) {}

  @Get()
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '我保存的和本单位共享的查询', operationId: 'listSavedQueries' })
  @ApiOkResponse({ type: SavedQueryListDto })
  async list(@CurrentActor() actor: Actor): Promise<SavedQueryListDto> {
    return { items: await this.queries.list(actor) };
  }

  @Get('recipients')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '可以发给谁', operationId: 'listQueryRecipients' })
  @ApiOkResponse({ type: SupervisorListDto })
  async recipients(@CurrentActor() actor: Actor): Promise<SupervisorListDto> {
    return { items: await this.queries.supervisors(actor) };
  }

  @Get(':id')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '一条查询：我的、共享的或发给我的', operationId: 'readSavedQuery' })
  @ApiOkResponse({ type: SavedQueryDto })
  @ApiProblems(404)
  read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SavedQueryDto> {
    return this.queries.read(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '保存查询；同名的被替换', operationId: 'saveQuery' })
  @ApiOkResponse({ type: SavedQueryDto })
  @ApiProblems(400, 422)
  save(@CurrentActor() actor: Actor, @Body() body: NewSavedQueryDto): Promise<SavedQueryDto> {
    return this.queries.save(actor, body);
  }

  @Patch(':id')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '改名、共享或取消共享', operationId: 'changeSavedQuery' })
  @ApiOkResponse({ type: SavedQueryDto })
  @ApiProblems(400, 404, 409)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangedSavedQueryDto,
  ): Promise<SavedQueryDto> {
    return this.queries.change(actor, id, body);
  }

  @Post(':id/sending')
  @HttpCode(204)
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '发给一位监督人员，对方在提醒里收到', operationId: 'sendSavedQuery' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 422)
  send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { person }: SavedQuerySendingDto,
  ): Promise<void> {
    return this.queries.send(actor, id, person);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '删除我保存的查询', operationId: 'deleteSavedQuery' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.queries.remove(actor, id);
  }
}
