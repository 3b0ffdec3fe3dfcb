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
import {
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { itemTypeName } from '../../../../workflows/item-types/index.js';
import {
  actorOf,
  ApiSignedIn,
  CurrentSession,
  Needs,
  type Session,
} from '../../../people/index.js';
import { badRequest, notFound } from '../../../platform/errors.js';
import { ApiProblems } from '../../../platform/http/index.js';
import {
  draftOf,
  DroppedDraftQuery,
  dropDraft,
  publishDraft,
  saveDraft,
  versionOf,
} from '../../../versions/index.js';
import { ItemDefinition } from '../definition/index.js';
import { changeStanding, standingsOf } from '../standing.js';
import { guideOn, listCatalogue, listVersions } from './catalogue-list.js';
import { ITEMS } from './item-kind.js';
import {
  CatalogueListDto,
  CatalogueQuery,
  EditorSchemaDto,
  GuideOnDayDto,
  ItemContentDto,
  ItemDraftDto,
  ItemHistoryDto,
  ItemPublicationDto,
  PublishedItemDto,
  SavedItemDto,
  StandingChangeDto,
} from './keeping.dto.js';
import { keeps, requireKeeper } from './keepers.js';
import { editorSchema } from './choices.js';
import { shownItem } from '../shown-item.js';
import type { ItemDto } from '../item.dto.js';

/** The applicant's page, where there is enough of an item to show it. */
const shownWhole = (
  item: ItemDefinition,
  version: number,
  findings: readonly { rule: string }[],
): ItemDto | null =>
  findings.some(({ rule }) => rule === 'shape') ? null : shownItem(item, version);

/** Rows of a page of the catalogue. */
const PAGE = 100;

/** The catalogue for those who keep it: drafts, versions, from when on, suspended, cancelled. */
@ApiTags('catalogue')
@ApiSignedIn()
@ApiExtraModels(ItemDefinition)
@Controller('catalogue/items')
export class KeepingController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Item')
  @ApiOperation({ summary: '事项目录，含草稿', operationId: 'listCatalogue' })
  @ApiOkResponse({ type: CatalogueListDto })
  async list(@Query() { cursor, ...query }: CatalogueQuery): Promise<CatalogueListDto> {
    const filter = { ...query, after: cursor, limit: PAGE + 1 };
    const rows = await listCatalogue(this.dataSource.manager, filter);
    const items = rows.slice(0, PAGE).map(({ kind, type, ...row }) => ({
      ...row,
      kind: kind === 'one-stop' ? ('one-stop' as const) : ('single' as const),
      typeName: itemTypeName(type),
    }));
    return { items, next: rows.length > PAGE ? items.at(-1)!.code : null };
  }

  @Get('schema')
  @Needs('read', 'Item')
  @ApiOperation({ summary: '编制事项时的各项内容和可选的值', operationId: 'readItemSchema' })
  @ApiOkResponse({ type: EditorSchemaDto })
  async schema(): Promise<EditorSchemaDto> {
    return { schema: await editorSchema(this.dataSource.manager) };
  }

  @Get(':code/history')
  @Needs('read', 'Item')
  @ApiOperation({ summary: '一个事项的各个版本和增减变动', operationId: 'readItemHistory' })
  @ApiOkResponse({ type: ItemHistoryDto })
  @ApiProblems(404)
  async history(
    @CurrentSession() { post }: Session,
    @Param('code') code: string,
  ): Promise<ItemHistoryDto> {
    const { manager } = this.dataSource;
    const versions = await listVersions(manager, code);
    const newest = await versionOf(manager, ITEMS, code, versions[0]!.version);
    return {
      versions: versions.map(({ updatedAt, publishedAt, state, ...row }) => ({
        ...row,
        state: state === 'draft' ? 'draft' : 'published',
        updatedAt: updatedAt.toISOString(),
        publishedAt: publishedAt?.toISOString() ?? null,
      })),
      standings: await standingsOf(manager, code),
      mine: post !== null && newest !== null && keeps(post, newest.content),
    };
  }

  @Get(':code/versions/:version')
  @Needs('read', 'Item')
  @ApiOperation({ summary: '一个版本，或草稿', operationId: 'readItemVersion' })
  @ApiOkResponse({ type: ItemContentDto })
  @ApiProblems(400, 404)
  async read(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<ItemContentDto> {
    const { manager } = this.dataSource;
    const found = await versionOf(manager, ITEMS, code, version);
    if (!found)
      throw notFound('item-not-found', `没有事项 ${code} 的第 ${version} 版。请从版本中选择。`);
    const { content } = found;
    const { findings } = await ITEMS.check(manager, code, content);
    const shown = shownWhole(content, version, findings);
    return { item: content as unknown as Record<string, unknown>, findings, shown };
  }

  @Get(':code/on/:day')
  @Needs('read', 'Item')
  @ApiOperation({ summary: '某一天的办事指南怎样说，可以核验', operationId: 'readItemOnDay' })
  @ApiOkResponse({ type: GuideOnDayDto })
  @ApiProblems(400, 404)
  onDay(@Param('code') code: string, @Param('day') day: string): Promise<GuideOnDayDto> {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      throw badRequest('bad-day', `“${day.slice(0, 20)}”不是日期，应为 2026-12-01 这样的形式。`);
    return guideOn(this.dataSource.manager, code, day);
  }

  @Put(':code/draft')
  @Needs('use', 'Item')
  @ApiOperation({ summary: '保存事项草稿，指出还不合要求的地方', operationId: 'saveItemDraft' })
  @ApiOkResponse({ type: SavedItemDto })
  @ApiProblems(400, 403, 409, 422)
  async save(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() { item, ...madeFrom }: ItemDraftDto,
  ): Promise<SavedItemDto> {
    if (!/^[0-9A-Z]{12}$/.test(code))
      throw badRequest('bad-item-code', '基本编码是 12 位数字或大写字母，请核对。');
    const content = item as unknown as ItemDefinition;
    await this.requireKeeper(session, code, content);
    const draft = { key: code, content, ...madeFrom, actor: actorOf(session) };
    const saved = await saveDraft(this.dataSource, ITEMS, draft);
    const { version, revision, findings } = saved;
    return { version, revision, findings, shown: shownWhole(saved.content, version, findings) };
  }

  @Delete(':code/draft')
  @HttpCode(204)
  @Needs('use', 'Item')
  @ApiOperation({ summary: '删去事项草稿', operationId: 'dropItemDraft' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 409)
  async drop(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Query() { replaces }: DroppedDraftQuery,
  ): Promise<void> {
    await this.requireKeeper(session, code);
    await dropDraft(this.dataSource, ITEMS, { key: code, actor: actorOf(session), replaces });
  }

  @Post(':code/draft/publication')
  @HttpCode(200)
  @Needs('manage', 'Item')
  @ApiOperation({ summary: '发布事项草稿，自某一天起执行', operationId: 'publishItem' })
  @ApiOkResponse({ type: PublishedItemDto })
  @ApiProblems(400, 403, 404, 409, 422)
  async publish(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() { effectiveFrom, ...reviewed }: ItemPublicationDto,
  ): Promise<PublishedItemDto> {
    await this.requireKeeper(session, code);
    const actor = actorOf(session);
    const publication = { key: code, terms: { effectiveFrom }, actor, ...reviewed };
    return publishDraft(this.dataSource, ITEMS, publication);
  }

  @Post(':code/standing')
  @HttpCode(204)
  @Needs('manage', 'Item')
  @ApiOperation({ summary: '暂停、恢复、取消事项', operationId: 'changeItemStanding' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 404, 409)
  async standing(
    @CurrentSession() session: Session,
    @Param('code') code: string,
    @Body() change: StandingChangeDto,
  ): Promise<void> {
    await this.requireKeeper(session, code);
    await changeStanding(this.dataSource, actorOf(session), code, change);
  }

  /** Of the item as it is published, as it is drafted, and as it shall be. */
  private async requireKeeper(session: Session, code: string, now?: ItemDefinition): Promise<void> {
    const { manager } = this.dataSource;
    const [published, draft] = await Promise.all([
      ITEMS.read(manager, code),
      draftOf(manager, ITEMS, code),
    ]);
    await requireKeeper(manager, session, code, [published?.content, draft?.content, now]);
  }
}
