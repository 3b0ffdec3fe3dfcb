import { Flag, OneOf, Pattern, Shown, Text } from '../../platform/http/index.js';

const PAGES = [
  ...(['board', 'cases', 'statistics', 'trends', 'league'] as const),
  ...(['ratings', 'heat', 'cards', 'orders'] as const),
] as const;

export class NewSavedQueryDto {
  @Text({ min: 1, max: 40 })
  name: string;

  @OneOf(PAGES)
  page: (typeof PAGES)[number];

  // Nothing but a query: what is shared leads to no other page.
  @Pattern(/^(?:\?[^#]{0,999})?$/, { description: '页面地址中的查询部分，空或者以 ? 开头' })
  query: string;
}

export class ChangedSavedQueryDto {
  @Text({ min: 1, max: 40, optional: true, description: '新名称' })
  name?: string;

  @Flag({ optional: true, description: '是否共享给本单位的监督人员' })
  shared?: boolean;
}

export class SavedQuerySendingDto {
  @Text({ min: 1, max: 64, description: '收件的监督人员' })
  person: string;
}

export class SavedQueryDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(PAGES)
  page: (typeof PAGES)[number];

  @Shown.text('页面地址中的查询部分')
  query: string;

  @Shown.flag('我保存的')
  mine: boolean;

  @Shown.flag('共享给保存人单位的监督人员')
  shared: boolean;

  @Shown.text('保存人')
  madeBy: string;

  @Shown.texts('已经发给谁；只给保存人看')
  sentTo: string[];
}

export class SavedQueryListDto {
  @Shown.list(SavedQueryDto, '我保存的，和本单位同事共享的')
  items: SavedQueryDto[];
}

export class SupervisorDto {
  @Shown.text()
  person: string;

  @Shown.text()
  name: string;

  @Shown.text()
  organisation: string;
}

export class SupervisorListDto {
  @Shown.list(SupervisorDto)
  items: SupervisorDto[];
}
