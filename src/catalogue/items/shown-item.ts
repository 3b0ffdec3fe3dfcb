/** An item as applicants are shown it. */
import { itemTypeName } from '../../../workflows/item-types/index.js';
import type { ItemDefinition, Material } from './definition/index.js';
import {
  AS_IT_IS,
  type ItemDto,
  type ItemMaterialDto,
  type ItemSummaryDto,
  LISTED,
} from './item.dto.js';
import { limitText } from './limit-text.js';

/** These fields of an item, as they are. */
const picked = <Name extends keyof ItemDefinition>(
  data: ItemDefinition,
  names: readonly Name[],
): Pick<ItemDefinition, Name> =>
  Object.fromEntries(names.map((name) => [name, data[name]])) as Pick<ItemDefinition, Name>;

/** As lists show it. */
export function summary(data: ItemDefinition): ItemSummaryDto {
  return {
    ...picked(data, LISTED),
    typeName: itemTypeName(data.type),
    summary: data.guide.summary,
    statutory: limitText(data.limits.statutory),
    promised: limitText(data.limits.promised),
  };
}

export function materialDto(material: Material): ItemMaterialDto {
  const { code, name, need, source, verified, blank, filled, format } = material;
  return {
    code,
    name,
    need,
    source,
    child: material.child ?? null,
    acceptance: material.acceptance ?? null,
    conditional: material.when !== undefined,
    heldAs: material.heldAs ?? null,
    verified,
    ...(blank && { blank }),
    ...(filled && { filled }),
    ...(format && { format }),
  };
}

/** Its page: the guide, as it is published or would be. */
export function shownItem(data: ItemDefinition, version: number): ItemDto {
  return {
    ...summary(data),
    ...picked(data, AS_IT_IS),
    version,
    regionLevel: data.regionLevel ?? 'township',
    materials: data.materials.map(materialDto),
    children: (data.children ?? []).map(({ key, item, name }) => ({ key, item, name })),
    situation: data.situation ?? [],
    notes: data.notes ?? [],
  };
}
