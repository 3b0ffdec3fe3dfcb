/** The catalogue as it is kept: drafts, versions, standing. */
import { ItemFindingsDto } from './finding.dto.js';
import {
  ChineseDate,
  Cursor,
  OneOf,
  OpenObject,
  Pattern,
  RegionCode,
  Shown,
  Text,
} from '../../../platform/http/index.js';
import { ItemDto } from '../item.dto.js';
import { MadeFrom, MadeFromVersion, ReviewedDto } from '../../../versions/index.js';
import { STANDING_ACTS, type Standing, type StandingAct } from '../standing.js';
import type { CatalogueFilter } from './catalogue-list.js';

const STANDINGS = ['offered', 'suspended', 'cancelled'] as const;
const STATES = ['draft', 'in-force', 'coming', 'suspended', 'cancelled'] as const;

export class CatalogueQuery {
  @Text({ max: 50, optional: true, description: '名称中的字词，或编码的开头' })
  q?: string;

  @Text({ max: 64, optional: true, description: '条线' })
  line?: string;

  @RegionCode({ optional: true, description: '只在哪个县的目录中' })
  area?: string;

  @Pattern(/^\d{2}$/, { optional: true, description: '事项类型代码' })
  type?: string;

  @OneOf(STATES, { optional: true })
  state?: CatalogueFilter['state'];

  @Cursor()
  cursor?: string;
}

export class ComingVersionDto {
  @Shown.whole()
  version: number;

  @Shown.day()
  effectiveFrom: string;
}

export class CatalogueRowDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['single', 'one-stop'])
  kind: 'single' | 'one-stop';

  @Shown.text()
  typeName: string;

  @Shown.text({ nullable: true, description: '只在哪个县的目录中；null = 全市' })
  area: string | null;

  @Shown.text({ nullable: true, description: '牵头部门的条线' })
  line: string | null;

  @Shown.text({ nullable: true, description: '牵头部门的层级' })
  level: string | null;

  @Shown.flag('不在事项列表中出现')
  internal: boolean;

  @Shown.oneOf(STANDINGS)
  standing: Standing;

  @Shown.whole({ nullable: true, description: '今天执行的版本；null = 还没有' })
  version: number | null;

  @Shown.one(ComingVersionDto, { nullable: true, description: '已经发布、还没有到日子的版本' })
  coming: ComingVersionDto | null;

  @Shown.flag()
  hasDraft: boolean;

  @Shown.text({ nullable: true, description: '草稿由谁保存' })
  draftedBy: string | null;

  @Shown.whole()
  runningCases: number;
}

export class CatalogueListDto {
  @Shown.list(CatalogueRowDto)
  items: CatalogueRowDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ItemVersionDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published'])
  state: 'draft' | 'published';

  @Shown.day({ nullable: true, description: '自哪天起执行；null = 草稿' })
  effectiveFrom: string | null;

  @Shown.text({ nullable: true, description: '内容的 SHA-256；null = 草稿' })
  hash: string | null;

  @Shown.text({ nullable: true, description: '谁起草' })
  draftedBy: string | null;

  @Shown.text('谁发布；草稿为谁保存')
  createdBy: string;

  @Shown.instant()
  updatedAt: string;

  @Shown.instant({ nullable: true })
  publishedAt: string | null;

  @Shown.uuid({ nullable: true, description: '草稿的修订号；null = 已发布' })
  revision: string | null;

  @Shown.whole('仍在这个版本上办理的件数')
  runningCases: number;
}

export class StandingLineDto {
  @Shown.oneOf(STANDINGS)
  standing: Standing;

  @Shown.day()
  validFrom: string;

  @Shown.text()
  reason: string;

  @Shown.text()
  by: string;

  @Shown.instant()
  at: Date;
}

export class ItemHistoryDto {
  @Shown.list(ItemVersionDto, '草稿在前，然后从新到旧')
  versions: ItemVersionDto[];

  @Shown.list(StandingLineDto, '暂停、恢复、取消，从新到旧')
  standings: StandingLineDto[];

  @Shown.flag('由我的岗位编制')
  mine: boolean;
}

export class ItemContentDto extends ItemFindingsDto {
  @Shown.open('事项的全部内容（草稿可以不全）')
  item: Record<string, unknown>;

  @Shown.one(ItemDto, { nullable: true, description: '申请人看到的指南；null = 草稿还不全' })
  shown: ItemDto | null;
}

export class EditorSchemaDto {
  @Shown.open('事项各项内容的 JSON Schema，含可选的流程、表单、部门')
  schema: object;
}

export class ItemDraftDto {
  @OpenObject({ description: '事项的全部内容，可以不全' })
  item: Record<string, unknown>;

  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class SavedItemDto extends ItemFindingsDto {
  @Shown.one(ItemDto, { nullable: true, description: '申请人看到的指南；null = 草稿还不全' })
  shown: ItemDto | null;

  @Shown.whole()
  version: number;

  @Shown.uuid()
  revision: string;
}

export class ItemPublicationDto extends ReviewedDto {
  @ChineseDate({ description: '自哪天起执行，今天或以后' })
  effectiveFrom: string;
}

export class PublishedItemDto {
  @Shown.whole()
  version: number;

  @Shown.text('内容的 SHA-256')
  hash: string;
}

export class StandingChangeDto {
  @OneOf(STANDING_ACTS, { description: '暂停、恢复、取消' })
  act: StandingAct;

  @ChineseDate({ description: '自哪天起，今天或以后' })
  validFrom: string;

  @Text({ min: 2, max: 500, description: '原因' })
  reason: string;
}

export class GuideOnDayDto {
  @Shown.whole()
  version: number;

  @Shown.day()
  effectiveFrom: string;

  @Shown.instant({ nullable: true })
  publishedAt: Date | null;

  @Shown.open('事项的全部内容')
  item: object;

  @Shown.text('发布时记下的 SHA-256')
  hash: string;

  @Shown.text({ nullable: true, description: '操作日志中记下的 SHA-256；null = 随平台发布' })
  noted: string | null;

  @Shown.flag('现有内容与发布时记下的一致')
  proved: boolean;
}
