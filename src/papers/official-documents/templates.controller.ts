import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { actorOf, ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { publishDraft, saveDraft } from '../../versions/index.js';
import {
  DocumentKindDto,
  DocumentWordDto,
  KindSettingDto,
  PublicationDto,
  TemplateBodyDto,
  TemplateDraftDto,
  TemplateDto,
  WordDto,
  WordQuery,
} from './template.dto.js';
import { pdfAnswer } from './documents.controller.js';
import { kindOf, rulesOf } from './kinds/index.js';
import { changeWord, wordsOf } from './numbers.js';
import { previewPdf } from './preview.js';
import { allSettings, changeSetting } from './settings.js';
import { TEMPLATES } from './template-kind.js';
import { templatesOf } from './templates.js';

const by = ({ person, post }: Session) => ({ person: person.id, post: post?.id ?? null });

const PDF = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } };

/** Kinds, templates and words of documents, as an administrator keeps them. */
@ApiTags('document-templates')
@ApiSignedIn()
@Needs('manage', 'Document')
@Controller()
export class TemplatesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('document-kinds')
  @ApiOperation({ summary: '文书种类', operationId: 'listDocumentKinds' })
  @ApiOkResponse({ type: [DocumentKindDto] })
  async kinds(): Promise<DocumentKindDto[]> {
    const settings = await allSettings(this.dataSource.manager);
    return settings.map(({ kind, approval, approverRole }) => {
      const { fields, required } = rulesOf(kind);
      return {
        kind: kind.code,
        name: kind.name,
        nameInEnglish: kind.nameInEnglish,
        word: kind.word,
        approval,
        approverRole,
        fields: Object.entries(fields).map(([name, label]) => ({
          name,
          label,
          required: required.includes(name),
        })),
      };
    });
  }

  @Put('document-kinds/:kind/setting')
  @HttpCode(204)
  @ApiOperation({ summary: '用印是否审批、由谁审批', operationId: 'changeDocumentSetting' })
  @ApiNoContentResponse()
  @ApiProblems(400, 422)
  setting(
    @CurrentSession() session: Session,
    @Param('kind') kind: string,
    @Body() body: KindSettingDto,
  ): Promise<void> {
    return this.dataSource.transaction((manager) =>
      changeSetting(manager, kind, body, by(session)),
    );
  }

  @Get('document-kinds/:kind/templates')
  @ApiOperation({ summary: '模板的各个版本', operationId: 'listDocumentTemplates' })
  @ApiOkResponse({ type: [TemplateDto] })
  @ApiProblems(422)
  templates(@Param('kind') kind: string): Promise<TemplateDto[]> {
    return templatesOf(this.dataSource.manager, kindOf(kind));
  }

  @Put('document-kinds/:kind/template')
  @ApiOperation({ summary: '保存模板草稿', operationId: 'saveDocumentTemplate' })
  @ApiOkResponse({ type: [TemplateDto] })
  @ApiProblems(400, 409, 422)
  async save(
    @CurrentSession() session: Session,
    @Param('kind') kind: string,
    @Body() { body, ...madeFrom }: TemplateDraftDto,
  ): Promise<TemplateDto[]> {
    const key = kindOf(kind).code;
    const draft = { key, content: { body }, actor: actorOf(session), ...madeFrom };
    await saveDraft(this.dataSource, TEMPLATES, draft);
    return this.templates(kind);
  }

  @Post('document-kinds/:kind/template/publication')
  @HttpCode(200)
  @ApiOperation({ summary: '发布模板草稿', operationId: 'publishDocumentTemplate' })
  @ApiOkResponse({ type: [TemplateDto] })
  @ApiProblems(400, 404, 409, 422)
  async publish(
    @CurrentSession() session: Session,
    @Param('kind') kind: string,
    @Body() { effectiveFrom, ...reviewed }: PublicationDto,
  ): Promise<TemplateDto[]> {
    const key = kindOf(kind).code;
    const actor = actorOf(session);
    const publication = { key, terms: { effectiveFrom }, actor, ...reviewed };
    await publishDraft(this.dataSource, TEMPLATES, publication);
    return this.templates(kind);
  }

  @Post('document-kinds/:kind/preview')
  @HttpCode(200)
  @ApiOperation({ summary: '以样例数据预览 PDF', operationId: 'previewDocumentTemplate' })
  @ApiOkResponse(PDF)
  @ApiProblems(400, 422)
  async preview(
    @Param('kind') kind: string,
    @Body() { body }: TemplateBodyDto,
  ): Promise<StreamableFile> {
    return pdfAnswer('样张.pdf', await previewPdf(kindOf(kind), body));
  }

  @Get('document-words')
  @ApiOperation({ summary: '机关代字', operationId: 'listDocumentWords' })
  @ApiOkResponse({ type: [DocumentWordDto] })
  words(@Query() { q }: WordQuery): Promise<DocumentWordDto[]> {
    return wordsOf(this.dataSource.manager, q?.trim() ?? '');
  }

  @Put('document-words/:organisation')
  @HttpCode(204)
  @ApiOperation({ summary: '登记机关代字', operationId: 'changeDocumentWord' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 409)
  word(
    @CurrentSession() session: Session,
    @Param('organisation') organisation: string,
    @Body() { word }: WordDto,
  ): Promise<void> {
    return this.dataSource.transaction((manager) =>
      changeWord(manager, organisation, word, by(session)),
    );
  }
}
