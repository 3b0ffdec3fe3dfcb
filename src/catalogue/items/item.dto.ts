/** Items and their guides, as the portal shows them. */
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const json = { type: Object, additionalProperties: true } as const;

export class ItemSummaryDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['single', 'one-stop'] })
  kind: string;

  @ApiProperty({ description: '事项类型代码：01 许可、05 给付、20 公共服务 …' })
  type: string;

  @ApiProperty()
  typeName: string;

  @ApiProperty({ description: '一句话说明' })
  summary: string;

  @ApiProperty({ type: String, nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @ApiProperty({ type: String, nullable: true, example: '5 个工作日' })
  promised: string | null;

  @ApiProperty({ description: '数据是否已核实；否则页面标“待核实”' })
  verified: boolean;
}

export class ItemListDto {
  @ApiProperty({ type: [ItemSummaryDto] })
  items: ItemSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class ItemChildDto {
  @ApiProperty({ description: '在一件事中的编号：A、B …' })
  key: string;

  @ApiProperty()
  item: string;

  @ApiProperty()
  name: string;
}

export class ItemMaterialDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['required', 'optional', 'deferrable'] })
  need: string;

  @ApiProperty({ enum: ['government', 'self', 'intermediary'] })
  source: string;

  @ApiProperty({ type: String, nullable: true, description: '属于一件事中的哪个事项' })
  child: string | null;

  @ApiProperty({ type: String, nullable: true, description: '受理标准' })
  acceptance: string | null;

  @ApiProperty({ description: '只在某些情形下需要' })
  conditional: boolean;

  @ApiProperty({ type: String, nullable: true, description: '可以代替它的证照种类或共享数据' })
  heldAs: string | null;

  @ApiProperty({ description: '数据是否已核实；否则页面标“待核实”' })
  verified: boolean;
}

export class ItemDto extends ItemSummaryDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ ...json, description: '牵头部门的条与块' })
  lead: Record<string, unknown>;

  @ApiProperty({ enum: ['county', 'township', 'village'], description: '办理所在地要选到哪一级' })
  regionLevel: string;

  @ApiProperty({ type: [ItemMaterialDto] })
  materials: ItemMaterialDto[];

  @ApiProperty({ type: [ItemChildDto] })
  children: ItemChildDto[];

  @ApiProperty({ ...json, description: '办事指南：摘要、流程、常见问题、电话、时间、地址' })
  guide: Record<string, unknown>;

  @ApiProperty({ ...json, description: '法定时限、承诺时限' })
  limits: Record<string, unknown>;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  legalBasis: Record<string, unknown>[];

  @ApiProperty({ type: 'array', items: {} })
  conditions: unknown[];

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  fees: Record<string, unknown>[];

  @ApiProperty({ ...json, description: '办理结果' })
  result: Record<string, unknown>;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  situation: Record<string, unknown>[];

  @ApiProperty({ type: [String], description: '待核实的内容' })
  notes: string[];
}

export class FormDto {
  @ApiProperty({ ...json, description: 'JSON Schema' })
  schema: Record<string, unknown>;

  @ApiProperty({ ...json, description: 'react-jsonschema-form 的 uiSchema' })
  uiSchema: Record<string, unknown>;
}

export class SituationQueryDto {
  @ApiProperty({ description: '办理所在地的行政区划代码' })
  @IsString()
  @Matches(/^\d{6,12}$/)
  region: string;

  @ApiProperty({ ...json, description: '目前已填的表单，可以不全' })
  @IsObject()
  form: Record<string, unknown>;
}

export class SituationChildDto extends ItemChildDto {
  @ApiProperty({ description: '按所填情形是否需要办理' })
  selected: boolean;
}

export class HeldDto {
  @ApiProperty({ description: '电子证照标识，或共享数据的名称' })
  licence: string;

  @ApiProperty()
  name: string;
}

export class SituationMaterialDto extends ItemMaterialDto {
  @ApiProperty({ type: HeldDto, nullable: true, description: '平台已有，免提交' })
  held: HeldDto | null;
}

export class BlockedDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ description: '为什么不能办、怎么办' })
  message: string;
}

export class SituationDto {
  @ApiProperty({ type: [SituationChildDto] })
  children: SituationChildDto[];

  @ApiProperty({ type: [SituationMaterialDto] })
  materials: SituationMaterialDto[];

  @ApiProperty({ ...json, description: '按已有数据预填的表单内容' })
  prefill: Record<string, unknown>;

  @ApiProperty({ type: [BlockedDto] })
  blocked: BlockedDto[];
}

export class ItemQuery {
  @ApiProperty({ required: false, description: '名称中的字词或编码' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}
