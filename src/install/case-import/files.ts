/** Files that lie beside a table of older cases: kept under the name by which its lines call them. */
import type { EntityManager } from 'typeorm';
import type { Numbered } from './write-cases.js';

/** Of one line. */
export const MOST_FILES = 20;

/** A file a line names, as it is written there. */
export interface NamedFile {
  /** Code of the material it is. */
  material: string;
  name: string;
}

/** `layout=布局图.pdf;proxy=委托书.pdf`; null = not to be understood. */
export function namedFiles(text: string): NamedFile[] | null {
  const parts = text.split(/[;；]/).filter((part) => part.trim() !== '');
  const files = parts.map((part) => {
    const [material = '', ...name] = part.split('=');
    return { material: material.trim(), name: name.join('=').trim() };
  });
  return files.every(({ material, name }) => material !== '' && name !== '') ? files : null;
}

/** A newer file of the same name takes its place for what is brought over from now on. */
export async function keepFile(
  manager: EntityManager,
  sourceSystem: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO bringing_over_file (source_system, name, file_id) VALUES ($1, $2, $3)
     ON CONFLICT (source_system, name) DO UPDATE SET file_id = EXCLUDED.file_id`,
    [sourceSystem, name, id],
  );
}

/** @returns the file's id; null = none of that name was handed in */
export async function fileNamed(
  manager: EntityManager,
  sourceSystem: string,
  name: string,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT file_id AS id FROM bringing_over_file WHERE source_system = $1 AND name = $2`,
    [sourceSystem, name],
  );
  return row?.id ?? null;
}

/** The files become materials of their cases, as if handed in with the application. */
export async function insertFiles(manager: EntityManager, cases: Numbered[]): Promise<void> {
  const rows = cases.flatMap(({ number, files }) =>
    files.map(({ material, fileId }) => ({ number, material, fileId })),
  );
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO case_material (case_number, material_code, file_id, source, note)
     SELECT number, material, "fileId", 'upload', '原系统材料'
       FROM jsonb_to_recordset($1) AS f (number text, material text, "fileId" uuid)`,
    [JSON.stringify(rows)],
  );
}
