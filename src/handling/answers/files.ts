/** Files that people hand in, as materials or within a form. */
import type { EntityManager } from 'typeorm';
import type { Form, FormFault } from '../../catalogue/index.js';
import type { HandedIn } from '../../cases/index.js';
import { badRequest, unprocessable } from '../../platform/errors.js';
import { UUID } from '../../platform/http/index.js';

type Data = Record<string, unknown>;

const isFileId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const uploaded = (code: string, fileId: string): HandedIn => ({ code, fileId, source: 'upload' });

/** Material code → file ids, as a list. @throws DomainError `bad-materials` */
export function handedIn(materials: Data): HandedIn[] {
  return Object.entries(materials).flatMap(([code, files]) => {
    if (!Array.isArray(files) || !files.every(isFileId)) {
      throw badRequest('bad-materials', `材料 ${code} 应为文件编号的列表；请先上传文件。`, {
        errors: [{ field: `/materials/${code}`, message: '应为文件编号的列表' }],
      });
    }
    return files.map((fileId) => uploaded(code, fileId));
  });
}

export const hasFileFields = ({ schema }: Form): boolean =>
  Object.values(schema.properties ?? {}).some((field) => field['x-kind'] === 'file');

/** Files handed in within a form, by the name of their field; what is no file there, the form refuses. */
export const filesIn = ({ schema }: Form, data: Data): HandedIn[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const value = data[name];
    if (field['x-kind'] !== 'file' || !Array.isArray(value)) return [];
    return value.filter(isFileId).map((fileId) => uploaded(name, fileId));
  });

/** Whatever may be a file's id in what is only half filled in, however deep: such files are kept for it. */
export function namedFiles(value: unknown): string[] {
  if (isFileId(value)) return [value.toLowerCase()];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(namedFiles))];
}

/** Who hands in, and for whom. */
export interface Handing {
  /** Who uploaded. */
  personId: string;
  /** Whose application it is; left out: it is nobody's, but an official's own answer. */
  applicantId?: string;
}

/**
 * Those that there are not, that somebody else uploaded, or that were handed in for somebody else: whoever
 * takes in other people's papers has them for these people's cases alone.
 */
async function foreign<One extends Pick<HandedIn, 'fileId'>>(
  manager: EntityManager,
  { personId, applicantId }: Handing,
  files: readonly One[],
): Promise<One[]> {
  const ids = files.flatMap(({ fileId }) => fileId ?? []);
  if (ids.length === 0) return [];
  const rows = await manager.query<{ id: string }[]>(
    `SELECT f.id FROM stored_file f WHERE f.id = ANY ($1::uuid[]) AND f.owner_person = $2
        AND NOT EXISTS (
          SELECT 1 FROM case_material m JOIN cases c ON c.number = m.case_number
            LEFT JOIN task t ON t.id = m.task_id
           WHERE m.file_id = f.id AND c.applicant_id <> $3::text
             AND (m.task_id IS NULL OR t.role = 'applicant'))`,
    [ids, personId, applicantId ?? null],
  );
  const own = new Set(rows.map(({ id }) => id));
  return files.filter(({ fileId }) => fileId && !own.has(fileId.toLowerCase()));
}

const NOT_YOURS = '文件不存在或不是您上传的，请重新上传';

/** @throws DomainError `file-not-yours` naming the materials */
export async function requireOwnFiles(
  manager: EntityManager,
  handing: Required<Handing>,
  materials: readonly HandedIn[],
): Promise<void> {
  const strange = await foreign(manager, handing, materials);
  if (strange.length === 0) return;
  throw unprocessable('file-not-yours', '有材料引用的文件不存在或不是您上传的，请重新上传。', {
    errors: strange.map(({ code }) => ({ field: `/materials/${code}`, message: NOT_YOURS })),
  });
}

interface Filled extends Handing {
  data: Data;
  /** Files that stood there already stay. */
  before: Data;
}

/** Of files within a form. */
export async function fileFaults(
  manager: EntityManager,
  form: Form,
  { data, before, ...handing }: Filled,
): Promise<FormFault[]> {
  const known = new Set(namedFiles(before));
  const added = filesIn(form, data).filter(({ fileId }) => !known.has(fileId!.toLowerCase()));
  const strange = await foreign(manager, handing, added);
  return [...new Set(strange.map(({ code }) => code))].map((name) => {
    const title = form.schema.properties?.[name]?.title ?? name;
    return { field: `/${name}`, title, message: `${title}：${NOT_YOURS}` };
  });
}
