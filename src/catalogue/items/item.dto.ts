/** Items and their guides, as the portal shows them. */
import { OpenObject, RegionCode, Shown, Text } from '../../platform/http/index.js';

export class ItemSummaryDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['single', 'one-stop'])
  kind: 'single' | 'one-stop';

  @Shown.text('事项类型代码：01 许可、05 给付、20 公共服务 …')
  type: string;

  @Shown.text()
  typeName: string;

  @Shown.text('一句话说明')
  summary: string;

  @Shown.text({ nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @Shown.text({ nullable: true, example: '5 个工作日' })
  promised: string | null;

  @Shown.flag('数据是否已核实；否则页面标“待核实”')
  verified: boolean;
}

export class ItemListDto {
  @Shown.list(ItemSummaryDto)
  items: ItemSummaryDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ItemChildDto {
  @Shown.text('在一件事中的编号：A、B …')
  key: string;

  @Shown.text()
  item: string;

  @Shown.text()
  name: string;
}

export class ItemMaterialDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['required', 'optional', 'deferrable'])
  need: 'required' | 'optional' | 'deferrable';

  @Shown.oneOf(['government', 'self', 'intermediary'])
  source: 'government' | 'self' | 'intermediary';

  @Shown.text({ nullable: true, description: '属于一件事中的哪个事项' })
  child: string | null;

  @Shown.text({ nullable: true, description: '受理标准' })
  acceptance: string | null;

  @Shown.flag('只在某些情形下需要')
  conditional: boolean;

  @Shown.text({ nullable: true, description: '可以代替它的证照种类或共享数据' })
  heldAs: string | null;

  @Shown.flag('数据是否已核实；否则页面标“待核实”')
  verified: boolean;
}

export class ItemDto extends ItemSummaryDto {
  @Shown.whole()
  version: number;

  @Shown.open('牵头部门的条与块')
  lead: Record<string, unknown>;

  @Shown.oneOf(['county', 'township', 'village'], '办理所在地要选到哪一级')
  regionLevel: 'county' | 'township' | 'village';

  @Shown.list(ItemMaterialDto)
  materials: ItemMaterialDto[];

  @Shown.list(ItemChildDto)
  children: ItemChildDto[];

  @Shown.open('办事指南：摘要、流程、常见问题、电话、时间、地址')
  guide: Record<string, unknown>;

  @Shown.open('法定时限、承诺时限')
  limits: Record<string, unknown>;

  @Shown.as({ type: 'array', items: { type: 'object', additionalProperties: true } })
  legalBasis: Record<string, unknown>[];

  @Shown.anys()
  conditions: unknown[];

  @Shown.as({ type: 'array', items: { type: 'object', additionalProperties: true } })
  fees: Record<string, unknown>[];

  @Shown.open('办理结果')
  result: Record<string, unknown>;

  @Shown.as({ type: 'array', items: { type: 'object', additionalProperties: true } })
  situation: Record<string, unknown>[];

  @Shown.texts('待核实的内容')
  notes: string[];
}

export class FormDto {
  @Shown.open('JSON Schema')
  schema: Record<string, unknown>;

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

  @Shown.list(BlockedDto)
  blocked: BlockedDto[];
}

export class ItemQuery {
  @Text({ max: 50, optional: true, description: '名称中的字词或编码' })
  q?: string;
}
