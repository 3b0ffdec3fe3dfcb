import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { actorOf, ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems, Shown, Text } from '../../platform/http/index.js';
import {
  draftsOf,
  MadeFrom,
  MadeFromVersion,
  publishDraft,
  ReviewedDto,
  saveDraft,
} from '../../versions/index.js';
import { OCCASION_CODES, OCCASIONS } from '../occasions/index.js';
import { requireOccasion, TEXTS } from './text-kind.js';
import { LONGEST_TEXT } from './words.js';

class FactDto {
  @Shown.text()
  name: string;

  @Shown.text()
  label: string;
}

class OccasionDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['applicant', 'staff'])
  audience: 'applicant' | 'staff';

  @Shown.flag('同时发短信')
  texted: boolean;

  @Shown.list(FactDto, '文字中可以引用的内容')
  facts: FactDto[];

  @Shown.whole('0 为内置')
  version: number;

  @Shown.text('现在使用的文字')
  body: string;

  @Shown.text({ nullable: true, description: '待发布的草稿' })
  draft: string | null;

  @Shown.text({ nullable: true, description: '草稿由谁保存' })
  savedBy: string | null;

  @Shown.text({ nullable: true, description: '草稿的标记，发布时带上' })
  revision: string | null;
}

class OccasionListDto {
  @Shown.list(OccasionDto)
  items: OccasionDto[];
}

class NotificationTextDto {
  @Text({ min: 1, max: LONGEST_TEXT, description: '提醒的文字；{{item}} 这样引用内容' })
  body: string;

  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

/** Words of notifications, as an administrator keeps them. */
@ApiTags('notifications')
@ApiSignedIn()
@Needs('manage', 'Notification')
@Controller('notification-texts')
export class TextsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: '每种提醒的文字', operationId: 'listNotificationTexts' })
  @ApiOkResponse({ type: OccasionListDto })
  async list(): Promise<OccasionListDto> {
    const { manager } = this.dataSource;
    const published = await manager.query<{ occasion: string; version: number; body: string }[]>(
      `SELECT DISTINCT ON (occasion) occasion, version, body FROM notification_text
        ORDER BY occasion, version DESC`,
    );
    const drafts = await draftsOf(manager, TEXTS);
    const items = OCCASION_CODES.map((code) => {
      const { name, audience, texted, facts, text } = OCCASIONS[code];
      const own = published.find(({ occasion }) => occasion === code);
      const draft = drafts.find(({ key }) => key === code);
      return {
        ...{ code, name, audience, texted },
        facts: Object.entries(facts).map(([fact, label]) => ({ name: fact, label })),
        ...{ version: own?.version ?? 0, body: own?.body ?? text },
        draft: draft?.content.body ?? null,
        savedBy: draft ? (draft.savedByName ?? draft.savedBy) : null,
        revision: draft?.revision ?? null,
      };
    });
    return { items };
  }

  @Put(':occasion')
  @ApiOperation({ summary: '保存提醒文字的草稿', operationId: 'saveNotificationText' })
  @ApiOkResponse({ type: OccasionListDto })
  @ApiProblems(404, 409, 422)
  async save(
    @CurrentSession() session: Session,
    @Param('occasion') occasion: string,
    @Body() { body, ...madeFrom }: NotificationTextDto,
  ): Promise<OccasionListDto> {
    requireOccasion(occasion);
    const draft = { key: occasion, content: { body }, actor: actorOf(session), ...madeFrom };
    await saveDraft(this.dataSource, TEXTS, draft);
    return this.list();
  }

  @Post(':occasion/publication')
  @HttpCode(200)
  @ApiOperation({ summary: '发布提醒文字的草稿', operationId: 'publishNotificationText' })
  @ApiOkResponse({ type: OccasionListDto })
  @ApiProblems(404, 409, 422)
  async publish(
    @CurrentSession() session: Session,
    @Param('occasion') occasion: string,
    @Body() reviewed: ReviewedDto,
  ): Promise<OccasionListDto> {
    requireOccasion(occasion);
    const publication = { key: occasion, terms: null, actor: actorOf(session), ...reviewed };
    await publishDraft(this.dataSource, TEXTS, publication);
    return this.list();
  }
}
