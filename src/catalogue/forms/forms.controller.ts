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
  Query,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { badRequest } from '../../platform/errors.js';
import { ApiProblems } from '../../platform/http/index.js';
import { DroppedDraftQuery, dropDraft, publishDraft, saveDraft } from '../../versions/index.js';
import { FORMS } from './form-kind.js';
import {
  FormDraftDto,
  FormContentDto,
  FormHeadListDto,
  FormUsageDto,
  FormVersionListDto,
  PublishedFormDto,
  PublishFormDto,
  SavedFormDto,
} from './form.dto.js';
import { listForms, listFormVersions, readFormVersion } from './reading.js';
import { retireForm, usageOf } from './usage.js';

/** Items, processes and addresses name forms by it. */
function requireFormId(id: string): void {
  if (/^[a-z][a-z0-9-]{0,63}$/.test(id)) return;
  throw badRequest('bad-form-id', '表单编号只能用小写字母、数字和连字符，以字母开头。请改正编号。');
}

/** Forms for those who keep them; applicants and handlers are given theirs with item, case and task. */
@ApiTags('forms')
@ApiSignedIn()
@Controller('forms')
export class FormsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Form')
  @ApiOperation({ summary: '全部表单', operationId: 'listForms' })
  @ApiOkResponse({ type: FormHeadListDto })
  async list(): Promise<FormHeadListDto> {
    return { items: await listForms(this.dataSource.manager), next: null };
  }

  @Get(':id/versions')
  @Needs('read', 'Form')
  @ApiOperation({ summary: '一张表单的各个版本', operationId: 'listFormVersions' })
  @ApiOkResponse({ type: FormVersionListDto })
  @ApiProblems(404)
  async versions(@Param('id') id: string): Promise<FormVersionListDto> {
    return { items: await listFormVersions(this.dataSource.manager, id), next: null };
  }

  @Get(':id/versions/:version')
  @Needs('read', 'Form')
  @ApiOperation({ summary: '一个版本的表单', operationId: 'readFormVersion' })
  @ApiOkResponse({ type: FormContentDto })
  @ApiProblems(400, 404)
  async version(
    @Param('id') id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<FormContentDto> {
    const content = await readFormVersion(this.dataSource.manager, id, version);
    return content as unknown as FormContentDto;
  }

  @Get(':id/usage')
  @Needs('read', 'Form')
  @ApiOperation({ summary: '表单用在哪里', operationId: 'readFormUsage' })
  @ApiOkResponse({ type: FormUsageDto })
  usage(@Param('id') id: string): Promise<FormUsageDto> {
    return usageOf(this.dataSource.manager, id);
  }

  @Put(':id/draft')
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '保存表单草稿（可以有问题）', operationId: 'saveFormDraft' })
  @ApiOkResponse({ type: SavedFormDto })
  @ApiProblems(400, 409)
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { schema, uiSchema, ...madeFrom }: FormDraftDto,
  ): Promise<SavedFormDto> {
    requireFormId(id);
    const draft = { key: id, content: { schema, uiSchema }, actor, ...madeFrom };
    return saveDraft(this.dataSource, FORMS, draft);
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '放弃表单草稿', operationId: 'dropFormDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 409)
  dropDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { replaces }: DroppedDraftQuery,
  ): Promise<void> {
    return dropDraft(this.dataSource, FORMS, { key: id, actor, replaces });
  }

  @Post(':id/draft/publication')
  @HttpCode(200)
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '发布表单草稿', operationId: 'publishForm' })
  @ApiOkResponse({ type: PublishedFormDto })
  @ApiProblems(400, 404, 409, 422)
  publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { note = '', ...reviewed }: PublishFormDto,
  ): Promise<PublishedFormDto> {
    return publishDraft(this.dataSource, FORMS, { key: id, terms: { note }, actor, ...reviewed });
  }

  @Post(':id/retirement')
  @HttpCode(204)
  @Needs('manage', 'Form')
  @ApiOperation({ summary: '停用没有人用的表单', operationId: 'retireForm' })
  @ApiNoContentResponse()
  @ApiProblems(404, 409)
  retire(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return retireForm(this.dataSource, id, actor);
  }
}
