/**
 * The package is opened again and its four properties are checked, against itself and against the case,
 * before it leaves. Pure but for the queries and for looking through files, which runs in a thread.
 */
import { unzipSync } from 'fflate';
import type { EntityManager } from 'typeorm';
import type { Computing } from '../../platform/compute/index.js';
import type { FileTasks } from '../files/index.js';
import { isSealed } from '../official-documents/index.js';
import type { Metadata } from './metadata.js';
import { sm3 } from './packing.js';
import { IS_PART } from './parts.js';
import type { Finding } from './properties.js';

interface Manifest {
  files: { path: string; size: number; digest: string }[];
}

/** What a package must say of itself. */
export interface Expected {
  caseNumber: string;
  /** Id of the package that it follows; left out = whatever it says, as of a part it was asked before. */
  follows?: string | null;
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

const unopened = (message: string): Finding => ({
  ...{ property: 'integrity', code: 'digest' },
  message,
});

/**
 * Whether every file has the digest the manifest says, none is too many, each reads as what it is called,
 * each seal is on the file it is said to be on, and the package says whose it is and what it follows.
 */
export function checkPackage(bytes: Uint8Array, digest: string, expected: Expected): Finding[] {
  if (sm3(bytes) !== digest) return [unopened('封装包的 SM3 摘要与封装时不一致。')];
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes);
  } catch {
    return [unopened('封装包不能打开。')];
  }
  const missing = NEEDED.filter((path) => !entries[path]).map((path) => lost(`缺少 ${path}。`));
  if (missing.length > 0) return missing;
  const unreadable = checkRecords(entries);
  if (unreadable.length > 0) return unreadable;
  const text = (path: string) => Buffer.from(entries[path]!).toString('utf8');
  const { files } = JSON.parse(text('manifest.json')) as Manifest;
  const metadata = JSON.parse(text('metadata.json')) as Metadata;
  return [
    ...checkFiles(entries, files),
    ...checkXml(text('metadata.xml')),
    ...checkSource(metadata, expected),
    ...checkSeals(metadata),
    ...checkParts(entries, metadata),
  ];
}

const lost = (message: string): Finding => ({ property: 'integrity', code: 'missing', message });

/** 可用性 of what we write ourselves; files are looked through by `checkContents`. */
function checkRecords(entries: Record<string, Uint8Array>): Finding[] {
  return Object.entries(entries)
    .filter(([path, bytes]) => path.endsWith('.json') && !isJson(bytes))
    .map(([path]) => ({
      ...{ property: 'usability', code: 'unreadable' },
      message: `${path} 不能读取。`,
    }));
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** 真实性: it is the case's, and its place among the case's packages is the one it says. */
function checkSource({ case: one, follows }: Metadata, expected: Expected): Finding[] {
  const findings: Finding[] = [];
  const wrong = (code: string, message: string) =>
    findings.push({ property: 'authenticity', code, message });
  if (one?.number !== expected.caseNumber)
    wrong('metadata', '元数据所写的电子文件号不是本办件的。');
  if (expected.follows !== undefined && (follows?.id ?? null) !== expected.follows)
    wrong('follows', '元数据没有写明所接续的前一归档包，或者写错了。');
  return findings;
}

/** 真实性: each seal is on the very bytes of its file. */
function checkSeals({ files }: Metadata): Finding[] {
  return files
    .filter(
      ({ seal, digest }) => seal && !isSealed({ digest, signature: seal.value }, seal.publicKey),
    )
    .map(({ title }) => ({
      ...{ property: 'authenticity', code: 'seal' },
      message: `“${title}”的电子印章与文件不符。`,
    }));
}

/** 完整性 of a nested package: each part is there as the archive has it, and whole in itself. */
function checkParts(entries: Record<string, Uint8Array>, { parts = [] }: Metadata): Finding[] {
  const held = Object.entries(entries).filter(([path]) => path.startsWith('子件/'));
  if (held.length !== parts.length)
    return [lost(`一件事有 ${parts.length} 个事项，包内有 ${held.length} 个事项的归档包。`)];
  return parts.flatMap(({ case: caseNumber, item, digest }) => {
    const bytes = held.find(([path]) => path.endsWith(`-${caseNumber}.zip`))?.[1];
    if (!bytes) return [lost(`缺少事项“${item}”的归档包。`)];
    return checkPackage(bytes, digest, { caseNumber }).map((one) => ({
      ...one,
      message: `事项“${item}”的归档包：${one.message}`,
    }));
  });
}

function checkFiles(entries: Record<string, Uint8Array>, files: Manifest['files']): Finding[] {
  const wrong = files.flatMap(({ path, digest }): Finding[] => {
    const bytes = entries[path];
    if (!bytes) return [lost(`清单中的 ${path} 不在包内。`)];
    return sm3(bytes) === digest ? [] : [unopened(`${path} 的 SM3 摘要与清单不一致。`)];
  });
  const listed = new Set([...files.map(({ path }) => path), 'manifest.json']);
  const unlisted = Object.keys(entries)
    .filter((path) => !listed.has(path))
    .map((path): Finding => ({
      ...{ property: 'integrity', code: 'unlisted' },
      message: `${path} 不在清单中。`,
    }));
  return [...wrong, ...unlisted];
}

function checkXml(xml: string): Finding[] {
  return FIELDS.filter((name) => !new RegExp(`<${name}>[^<]+</${name}>`).test(xml)).map((name) => ({
    ...{ property: 'integrity', code: 'metadata' },
    message: `元数据缺少“${name}”。`,
  }));
}

/** What is wrong with a file's kind or shape makes it unusable; anything else that is refused is unsafe. */
const UNUSABLE = ['file-empty', 'file-type-not-allowed', 'file-not-what-it-says', 'file-broken'];
/** Ours to write, and read again by `checkRecords`; packages of parts were looked through when they were made. */
const RECORDS = /\.(json|xml)$|^子件\//;

/**
 * 可用性 and 安全性: each paper and material is looked through as when it came in, by what is known of
 * dangers today. Its path stays within the package.
 */
export async function checkContents(
  computing: Computing<FileTasks>,
  bytes: Uint8Array,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [path, content] of Object.entries(entriesOf(bytes))) {
    if (/^\/|(^|\/)\.\.(\/|$)|\\|\p{Cc}/u.test(path))
      findings.push({ property: 'security', code: 'unsafe', message: `${path} 指向包外。` });
    if (RECORDS.test(path)) continue;
    const found = await computing.run('inspectFile', path, content);
    if (!('refusal' in found)) continue;
    const { code, message } = found.refusal;
    const unusable = UNUSABLE.includes(code);
    findings.push({
      ...{
        property: unusable ? 'usability' : 'security',
        code: unusable ? 'unreadable' : 'unsafe',
      },
      message: `${path} ${message}。`,
    });
  }
  return findings;
}

/** Nothing where it cannot be opened: `checkPackage` says so. */
function entriesOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

interface Counts {
  documents: number;
  materials: number;
  parts: number;
  /** Licences of which no paper was issued. */
  unissued: string[];
}

/** 完整性: whether everything the case has is in the package, a licence as the file that was issued. */
export async function checkComplete(
  manager: EntityManager,
  caseNumber: string,
  files: { path: string }[],
): Promise<Finding[]> {
  const [row] = await manager.query<Counts[]>(
    `SELECT (SELECT count(*)::int FROM official_document
              WHERE case_number = $1 AND signature IS NOT NULL) AS documents,
            (SELECT count(*)::int FROM case_material
              WHERE case_number = $1 AND file_id IS NOT NULL) AS materials,
            (SELECT count(*)::int FROM cases k WHERE k.parent_number = $1 AND ${IS_PART}) AS parts,
            ARRAY(SELECT l.kind || '（' || l.number || '）' FROM licence l
                   WHERE l.case_number = $1 AND NOT EXISTS (
                     SELECT 1 FROM official_document d
                      WHERE d.licence = l.identifier AND d.signature IS NOT NULL)) AS unissued`,
    [caseNumber],
  );
  const count = (...folders: string[]) =>
    files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`))).length;
  const { documents, materials, parts, unissued } = row!;
  const findings: Finding[] = [];
  const lack = (code: string, message: string) =>
    findings.push({ property: 'integrity', code, message });
  if (count('文书', '证照') !== documents)
    lack(
      'document',
      `办件有 ${documents} 份盖章的文书和证照，包内有 ${count('文书', '证照')} 份。`,
    );
  if (count('材料') !== materials)
    lack('material', `办件有 ${materials} 份材料，包内有 ${count('材料')} 份。`);
  if (count('子件') !== parts)
    lack('part', `一件事有 ${parts} 个事项，包内有 ${count('子件')} 个事项的归档包。`);
  for (const licence of unissued) lack('licence', `${licence}没有签发的文件，不能只归档数据。`);
  return findings;
}
