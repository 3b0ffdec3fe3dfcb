/**
 * The materials of a case: the newest of each; a child shares its parent's by reference, and one that was
 * sent up (转报) all that the part below shares.
 */
import type { EntityManager } from 'typeorm';
import type { ItemDefinition } from '../../catalogue/index.js';
import type { CaseMaterialDto } from './case-materials.dto.js';

interface Family {
  number: string;
  parent: string | null;
  data: ItemDefinition;
  /** The one-stop matter's item, for a child of one. */
  parentData: ItemDefinition | null;
  /** The matter to which the case below belongs, for one that was sent up from a part. */
  matter?: { number: string; data: ItemDefinition } | null;
}

const materialOf = (item: ItemDefinition | null, code: string) =>
  item?.materials?.find((material) => material.code === code);

/** A material's name in the item, or in the matter it was handed in with. */
export const materialName = (
  { data, parentData, matter }: Omit<Family, 'number' | 'parent'>,
  code: string,
) =>
  [data, parentData, matter?.data ?? null].map((item) => materialOf(item, code)).find(Boolean)
    ?.name ?? code;

/**
 * Of the matter's materials a child sees its own and the common ones, not those of its siblings; and what
 * lies in the form that all of them share.
 */
function concerns(family: Family, { code, owner, inForm }: Row): boolean {
  const { number, data, parentData, matter } = family;
  if (owner === number || inForm || materialOf(data, code)) return true;
  return [parentData, matter?.data ?? null].some((item) => {
    const shared = materialOf(item, code);
    return shared !== undefined && !shared.child;
  });
}

/** Items of the parts of a matter that concern the caller; `all`: the whole of it does. */
export type OwnParts = 'all' | readonly ItemDefinition[];

/** Of a matter, those see a material who need it: its own common ones, and those of their parts. */
const needed = ({ data }: Family, { code, inForm }: Row, parts: OwnParts): boolean =>
  parts === 'all' ||
  inForm ||
  parts.some((part) => materialOf(part, code)) ||
  (materialOf(data, code) !== undefined && !materialOf(data, code)!.child);

interface Row extends Omit<CaseMaterialDto, 'name'> {
  owner: string;
  /** Whether it is a file field of the form that its case was applied for with. */
  inForm: boolean;
  /** What a file within a form is called: by its field, and the task that it came with. */
  called: string | null;
}

/** What of a family concerns its reader. */
interface Reader {
  parts: OwnParts;
  /** Who handles it sees the files of its handlers' tasks too. */
  staff: boolean;
}

export async function readMaterials(
  manager: EntityManager,
  family: Family,
  { parts, staff }: Reader,
): Promise<CaseMaterialDto[]> {
  const rows = await manager.query<Row[]>(
    `SELECT DISTINCT ON (m.material_code, m.file_id)
            m.material_code AS code, m.source, m.file_id AS "fileId", f.name AS "fileName",
            m.license_id AS "licenseId", m.note, m.case_number AS owner,
            coalesce(field ->> 'x-kind' = 'file', false) AS "inForm",
            coalesce(t.name || '：' || coalesce(form_field(t.form, t.form_version,
              substring(m.material_code FROM '[^.]+$')) ->> 'title', m.material_code),
              field ->> 'title') AS called
     FROM case_material m LEFT JOIN stored_file f ON f.id = m.file_id
     JOIN cases c ON c.number = m.case_number
     JOIN item i ON i.code = c.item_code AND i.version = c.item_version
     LEFT JOIN task t ON t.id = m.task_id,
     LATERAL form_field(i.data ->> 'form', c.form_version, m.material_code) field
     WHERE m.case_number IN ($1, $2, $4) AND ($3 OR t.id IS NULL OR t.role = 'applicant')
     ORDER BY m.material_code, m.file_id, m.id DESC`,
    [family.number, family.parent, staff, family.matter?.number ?? null],
  );
  return rows
    .filter((row) => concerns(family, row) && needed(family, row, parts))
    .map(({ owner: _, inForm: _inForm, called, ...material }) => ({
      ...material,
      name:
        materialOf(family.data, material.code)?.name ??
        called ??
        materialName(family, material.code),
    }));
}
