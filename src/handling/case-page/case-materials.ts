/** The materials of a case: the newest of each; a child shares its parent's by reference. */
import type { EntityManager } from 'typeorm';
import type { ItemDefinition } from '../../catalogue/index.js';
import type { CaseMaterialDto } from './case-materials.dto.js';

interface Family {
  number: string;
  parent: string | null;
  data: ItemDefinition;
  /** The one-stop matter's item, for a child of one. */
  parentData: ItemDefinition | null;
}

const materialOf = (item: ItemDefinition | null, code: string) =>
  item?.materials?.find((material) => material.code === code);

/** A material's name in the item, or in the matter it was handed in with. */
export const materialName = (
  { data, parentData }: Omit<Family, 'number' | 'parent'>,
  code: string,
) => (materialOf(data, code) ?? materialOf(parentData, code))?.name ?? code;

/** Of the matter's materials a child sees its own and the common ones, not those of its siblings. */
function concerns({ number, data, parentData }: Family, code: string, owner: string): boolean {
  if (owner === number || materialOf(data, code)) return true;
  const shared = materialOf(parentData, code);
  return shared !== undefined && !shared.child;
}

/** Items of the parts of a matter that concern the caller; `all`: the whole of it does. */
export type OwnParts = 'all' | readonly ItemDefinition[];

/** Of a matter, those see a material who need it: its own common ones, and those of their parts. */
const needed = ({ data }: Family, code: string, parts: OwnParts): boolean =>
  parts === 'all' ||
  parts.some((part) => materialOf(part, code)) ||
  (materialOf(data, code) !== undefined && !materialOf(data, code)!.child);

type Row = Omit<CaseMaterialDto, 'name'> & { owner: string };

export async function readMaterials(
  manager: EntityManager,
  family: Family,
  parts: OwnParts,
): Promise<CaseMaterialDto[]> {
  const rows = await manager.query<Row[]>(
    `SELECT DISTINCT ON (m.material_code, m.file_id)
            m.material_code AS code, m.source, m.file_id AS "fileId", f.name AS "fileName",
            m.license_id AS "licenseId", m.note, m.case_number AS owner
     FROM case_material m LEFT JOIN stored_file f ON f.id = m.file_id
     WHERE m.case_number IN ($1, $2) ORDER BY m.material_code, m.file_id, m.id DESC`,
    [family.number, family.parent],
  );
  return rows
    .filter(({ code, owner }) => concerns(family, code, owner) && needed(family, code, parts))
    .map(({ owner: _, ...material }) => ({
      ...material,
      name: materialName(family, material.code),
    }));
}
