import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import {
  ApiCommand,
  type CaseAnswerDto,
  type CommandDto,
  SubmitDto,
  tell,
} from '../../cases/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  type Session,
} from '../../people/index.js';
import { ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  DraftContentDto,
  DraftDto,
  DraftFormDto,
  DraftListDto,
  DraftSituationDto,
  NewDraftDto,
} from './draft.dto.js';
import { DraftSituations } from './draft-situation.js';
import { Drafts } from './drafts.js';
import { Submission } from './submission.js';

@ApiTags('drafts')
@ApiSignedIn()
@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly situations: DraftSituations,
  ) {}

  @Get()
  @ApiOperation({ summary: '我的草稿', operationId: 'listDrafts' })
  @ApiOkResponse({ type: DraftListDto })
  list(@CurrentSession() session: Session): Promise<DraftListDto> {
    return this.drafts.list(session);
  }

  @Post()
  @ApiOperation({ summary: '新建草稿', operationId: 'createDraft' })
  @ApiCreatedResponse({ type: DraftDto })
  @ApiProblems(400, 403, 404, 422)
  create(@CurrentSession() session: Session, @Body() body: NewDraftDto): Promise<DraftDto> {
    return this.drafts.create(session, body);
  }

  @Get(':id')
  @ApiOperation({ summary: '一份草稿', operationId: 'readDraft' })
  @ApiOkResponse({ type: DraftDto })
  @ApiProblems(400, 404)
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DraftDto> {
    return this.drafts.read(actor.personId, id);
  }

  @Put(':id')
  @ApiOperation({ summary: '保存草稿（可以不全）', operationId: 'saveDraft' })
  @ApiOkResponse({ type: DraftDto })
  @ApiProblems(400, 404, 409, 413)
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DraftContentDto,
  ): Promise<DraftDto> {
    return this.drafts.save(actor.personId, id, body);
  }

  @Post(':id/situation')
  @HttpCode(200)
  @ApiOperation({
    summary: '草稿的情形引导：要办哪些、要交什么、可以选择哪些办理方式',
    operationId: 'readDraftSituation',
  })
  @ApiOkResponse({ type: DraftSituationDto })
  @ApiProblems(400, 403, 404)
  situation(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DraftFormDto,
  ): Promise<DraftSituationDto> {
    return this.situations.read(session, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '删除草稿（几天之内可以恢复）', operationId: 'deleteDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 409)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.drafts.remove(actor.personId, id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @ApiOperation({ summary: '恢复删除的草稿；没有删除的保持原样', operationId: 'restoreDraft' })
  @ApiOkResponse({ type: DraftDto })
  @ApiProblems(400, 404, 409)
  restore(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DraftDto> {
    return this.drafts.restore(actor.personId, id);
  }
}

@ApiTags('cases')
@ApiSignedIn()
@Controller('cases')
export class SubmissionController {
  constructor(private readonly submission: Submission) {}

  @Post()
  @ApiOperation({ summary: '提交申请：草稿成为办件', operationId: 'submitCase' })
  @ApiCommand(true)
  async submit(
    @CurrentSession() session: Session,
    @Body() body: SubmitDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    const result = await this.submission.submit(session, body.draft, key);
    const pending = { caseNumber: result.caseNumber, kind: 'start' };
    return tell(result, response, pending, HttpStatus.CREATED);
  }
}
