import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import {
  AdapterBindingDto,
  AdapterBindingListDto,
  AdapterChoiceDto,
  NewAdapterBindingDto,
} from './adapter-bindings.dto.js';
import {
  addBinding,
  changeBinding,
  listBindings,
  removeBinding,
  type AdapterBinding,
} from './adapter-bindings.js';

const shown = (binding: AdapterBinding): AdapterBindingDto => ({
  ...binding,
  updatedAt: binding.updatedAt.toISOString(),
});

/** What imported diagrams leave to code of other engines, and which of our adapters does it. */
@ApiTags('processes')
@ApiSignedIn()
@Controller('adapter-bindings')
export class AdapterBindingsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '外部任务对照表', operationId: 'listAdapterBindings' })
  @ApiOkResponse({ type: AdapterBindingListDto })
  async list(): Promise<AdapterBindingListDto> {
    return { items: (await listBindings(this.dataSource.manager)).map(shown), next: null };
  }

  @Post()
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '为外部任务选择适配器', operationId: 'addAdapterBinding' })
  @ApiCreatedResponse({ type: AdapterBindingDto })
  @ApiProblems(400, 409)
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: NewAdapterBindingDto,
  ): Promise<AdapterBindingDto> {
    return shown(await addBinding(this.dataSource, actor, body));
  }

  @Put(':id')
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '改选适配器', operationId: 'changeAdapterBinding' })
  @ApiOkResponse({ type: AdapterBindingDto })
  @ApiProblems(400, 404)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: AdapterChoiceDto,
  ): Promise<AdapterBindingDto> {
    return shown(await changeBinding(this.dataSource, actor, id, body.adapter));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '删除一行对照', operationId: 'removeAdapterBinding' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return removeBinding(this.dataSource, actor, id);
  }
}
