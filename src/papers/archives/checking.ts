/** The package is opened again and checked against itself and against the case before it leaves. Pure but for the queries. */
import { unzipSync } from 'fflate';
import type { EntityManager } from 'typeorm';
import { sm3 } from './packing.js';

export interface Finding {
  /** digest, missing, unlisted, metadata, follows, document, material */
  code: string;
  message: string;
}

interface Manifest {
  files: { path: string; size: number; digest: string }[];
}

/** What a whole package must have in any case. */
const NEEDED = [
  'manifest.json',
  'metadata.xml',
  'metadata.json',
  '过程/申请表.json',
  '过程/办理过程.json',
];
/** Fields of DA/T 46 without which the archive files nothing. */
const FIELDS = ['立档单位名称', '电子文件号', '题名', '责任者', '保管期限', '封装时间'];

/**
 * Whether every file has the digest the manifest says, none is too many, and the package names the one
 * it follows.
 */
export function checkPackage(bytes: Uint8Array, digest: string, follows: string | null): Finding[] {
  if (sm3(bytes) !== digest) {
    return [{ code: 'digest', message: '封装包的 SM3 摘要与封装时不一致。' }];
  }
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes);
  } catch {
    return [{ code: 'digest', message: '封装包不能打开。' }];
  }
  const missing = NEEDED.filter((path) => !entries[path]).map((path): Finding => ({
    code: 'missing',
    message: `缺少 ${path}。`,
  }));
  if (missing.length > 0) return missing;
  const text = (path: string) => Buffer.from(entries[path]!).toString('utf8');
  const { files } = JSON.parse(text('manifest.json')) as Manifest;
  return [
    ...checkFiles(entries, files),
    ...checkXml(text('metadata.xml')),
    ...checkFollows(text('metadata.json'), follows),
  ];
}

function checkFollows(json: string, follows: string | null): Finding[] {
  const named = (JSON.parse(json) as { follows?: { id: string } | null }).follows?.id ?? null;
  if (named === follows) return [];
  return [{ code: 'follows', message: '元数据没有写明所接续的前一归档包，或者写错了。' }];
}

function checkFiles(entries: Record<string, Uint8Array>, files: Manifest['files']): Finding[] {
  const wrong = files.flatMap(({ path, digest }): Finding[] => {
    const bytes = entries[path];
    if (!bytes) return [{ code: 'missing', message: `清单中的 ${path} 不在包内。` }];
    return sm3(bytes) === digest
      ? []
      : [{ code: 'digest', message: `${path} 的 SM3 摘要与清单不一致。` }];
  });
  const listed = new Set([...files.map(({ path }) => path), 'manifest.json']);
  const unlisted = Object.keys(entries)
    .filter((path) => !listed.has(path))
    .map((path): Finding => ({ code: 'unlisted', message: `${path} 不在清单中。` }));
  return [...wrong, ...unlisted];
}

function checkXml(xml: string): Finding[] {
  return FIELDS.filter((name) => !new RegExp(`<${name}>[^<]+</${name}>`).test(xml)).map((name) => ({
    code: 'metadata',
    message: `元数据缺少“${name}”。`,
  }));
}

/** Whether everything the case has is in the package. */
export async function checkComplete(
  manager: EntityManager,
  caseNumber: string,
  files: { path: string }[],
): Promise<Finding[]> {
  const [row] = await manager.query<{ documents: number; materials: number }[]>(
    `SELECT (SELECT count(*)::int FROM official_document
              WHERE case_number = $1 AND signature IS NOT NULL) AS documents,
            (SELECT count(*)::int FROM case_material
              WHERE case_number = $1 AND file_id IS NOT NULL) AS materials`,
    [caseNumber],
  );
  const count = (...folders: string[]) =>
    files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`))).length;
  const findings: Finding[] = [];
  if (count('文书', '证照') !== row!.documents) {
    findings.push({
      code: 'document',
      message: `办件有 ${row!.documents} 份盖章的文书和证照，包内有 ${count('文书', '证照')} 份。`,
    });
  }
  if (count('材料') !== row!.materials) {
    findings.push({
      code: 'material',
      message: `办件有 ${row!.materials} 份材料，包内有 ${count('材料')} 份。`,
    });
  }
  return findings;
}
