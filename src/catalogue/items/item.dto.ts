/** Items and their guides, as the portal shows them. */
import { IntersectionType, PickType } from '@nestjs/swagger';
import { FormFieldDto } from '../forms/index.js';
import { OpenObject, RegionCode, Shown, Text } from '../../platform/http/index.js';
import {
  ItemChild,
  ItemDefinition,
  Material,
  REGION_LEVELS,
  SituationQuestion,
  Translation,
} from './definition/index.js';

/** What the list shows of an item as it is. */
export const LISTED = ['code', 'name', 'kind', 'type', 'verified'] as const;

/** What an item's page shows of it besides as it is. */
export const AS_IT_IS = [
  'lead',
  'guide',
  'limits',
  'legalBasis',
  'conditions',
  'fees',
  'result',
] as const;

type AsItIs = (typeof LISTED)[number] | (typeof AS_IT_IS)[number];

/** What pages are shown of an item otherwise or not at all: the compiler asks for each new field. @public */
export const NOT_AS_IT_IS: Record<Exclude<keyof ItemDefinition, AsItIs>, string> = {
  special: 'told when it begins, with its length',
  setBy: 'for who keeps the catalogue',
  nationalCode: 'for who keeps the catalogue',
  localCode: 'for who keeps the catalogue',
  joint: 'the diagram says who takes part',
  area: 'asked for elsewhere it is refused by name',
  regionLevel: 'with what holds when it is left out',
  materials: 'ItemMaterialDto',
  children: 'ItemChildDto',
  situation: 'with none when it is left out',
  notes: 'with none when it is left out',
  form: 'a form of its own: FormDto',
  ways: 'offered by the draft, as far as the applicant may choose them',
  caseKind: 'for statistics',
  level: 'whose it is, lead says to people',
  processId: 'for the platform alone',
  processVariables: 'for the platform alone',
  personal: 'for the platform alone',
  bulk: 'each task says whether it is done in bulk',
  clock: 'each case says what its clock does',
  retention: 'held when a case is archived',
  separateHands: 'held when a task is completed',
  internal: 'such items are on no page',
  forwardsTo: 'the case of the level above is shown with the one sent up',
  exercise: 'held when a case is opened',
  english: 'read apart, by English pages alone: TranslationListDto',
  benefit: 'for the adapters alone',
};

export class ItemSummaryDto extends PickType(ItemDefinition, LISTED) {
  @Shown.text()
  typeName: string;

  @Shown.text('一句话说明')
  summary: string;

  @Shown.text({ nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @Shown.text({ nullable: true, example: '5 个工作日' })
  promised: string | null;
}

export class ItemListDto {
  @Shown.list(ItemSummaryDto)
  items: ItemSummaryDto[];

  @Shown.flag('没有正好的，这些是最接近的')
  nearest: boolean;

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ItemChildDto extends PickType(ItemChild, ['key', 'item', 'name']) {}

const OF_MATERIAL = [
  ...(['code', 'name', 'need', 'source', 'verified'] as const),
  ...(['blank', 'filled', 'format'] as const),
] as const;

/** As `NOT_AS_IT_IS`, of a material. @public */
export const MATERIAL_OTHERWISE: Record<
  Exclude<keyof Material, (typeof OF_MATERIAL)[number]>,
  string
> = {
  child: 'null when it is of no part',
  acceptance: 'null when there is none',
  heldAs: 'null when nothing takes its place',
  when: 'conditional: applicants are told whether, the situation tells when',
  kind: 'for the catalogue alone',
  form: 'for the catalogue alone',
  copies: 'for the catalogue alone',
  note: 'for who keeps the catalogue',
};

export class ItemMaterialDto extends PickType(Material, OF_MATERIAL) {
  @Shown.text({ nullable: true, description: '属于一件事中的哪个事项' })
  child: string | null;

  @Shown.text({ nullable: true, description: '受理标准' })
  acceptance: string | null;

  @Shown.flag('只在某些情形下需要')
  conditional: boolean;

  @Shown.text({ nullable: true, description: '可以代替它的证照种类或共享数据' })
  heldAs: string | null;
}

export class ItemDto extends IntersectionType(ItemSummaryDto, PickType(ItemDefinition, AS_IT_IS)) {
  @Shown.whole('今天执行的版本')
  version: number;

  @Shown.oneOf(REGION_LEVELS, '办理所在地要选到哪一级')
  regionLevel: (typeof REGION_LEVELS)[number];

  @Shown.list(ItemMaterialDto)
  materials: ItemMaterialDto[];

  @Shown.list(ItemChildDto)
  children: ItemChildDto[];

  @Shown.list(SituationQuestion)
  situation: SituationQuestion[];

  @Shown.texts('待核实的内容')
  notes: string[];
}

export class TranslationListDto {
  @Shown.list(Translation, '中文各句的英文；没有译文的，显示中文')
  translations: Translation[];
}

export class FormDto {
  @Shown.one(FormFieldDto, 'JSON Schema')
  schema: FormFieldDto;

  @Shown.open('react-jsonschema-form 的 uiSchema')
  uiSchema: Record<string, unknown>;
}

export class SituationQueryDto {
  @RegionCode({ description: '办理所在地的行政区划代码' })
  region: string;

  @OpenObject({ description: '目前已填的表单，可以不全' })
  form: Record<string, unknown>;
}

export class SituationChildDto extends ItemChildDto {
  @Shown.flag('按所填情形是否需要办理')
  selected: boolean;
}

export class HeldDto {
  @Shown.text('电子证照标识，或共享数据的名称')
  licence: string;

  @Shown.text()
  name: string;
}

export class SituationMaterialDto extends ItemMaterialDto {
  @Shown.one(HeldDto, { nullable: true, description: '平台已有，免提交' })
  held: HeldDto | null;
}

export class BlockedDto {
  @Shown.text()
  code: string;

  @Shown.text('为什么不能办、怎么办')
  message: string;
}

export class SituationDto {
  @Shown.list(SituationChildDto)
  children: SituationChildDto[];

  @Shown.list(SituationMaterialDto)
  materials: SituationMaterialDto[];

  @Shown.open('按已有数据预填的表单内容')
  prefill: Record<string, unknown>;

  @Shown.open('预填的内容各来自哪个共享数据库：字段名 → 库名')
  sources: Record<string, unknown>;

  @Shown.list(BlockedDto)
  blocked: BlockedDto[];
}

export class ItemQuery {
  @Text({ max: 50, optional: true, description: '说法、名称、材料、拼音或编码' })
  q?: string;
}
