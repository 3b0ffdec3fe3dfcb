/**
 * What an archive looks at before it keeps a package: its four properties (GB/T 42727-2023), by its own
 * reading of the bytes and by nothing that was said of them.
 */
import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { unzipSync } from 'fflate';

export type Property = 'authenticity' | 'integrity' | 'usability' | 'security';

export interface Check {
  property: Property;
  passed: boolean;
  reason: string | null;
}

export interface Judged {
  checks: Check[];
  /** 电子文件号: the case. */
  caseNumber?: string;
  /** The package that it follows. */
  follows?: string;
  /** Packages within it: their ids and digests as they were signed for. */
  parts?: { package: string; digest: string }[];
}

interface Manifest {
  case?: string;
  files?: { path: string; digest: string }[];
}

interface Metadata {
  case?: { number?: string };
  files?: { title: string; digest: string; seal?: { value: string; publicKey: string } }[];
  follows?: { id: string } | null;
  parts?: { case: string; package: string; digest: string }[];
}

type Entries = Record<string, Uint8Array>;

export const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

/** How files begin that are kept for good, latin1. */
const READABLE: Readonly<Record<string, string>> = {
  ...{ pdf: '%PDF-', png: '\x89PNG', jpg: '\xff\xd8\xff', jpeg: '\xff\xd8\xff' },
  ...{ ofd: 'PK\x03\x04', docx: 'PK\x03\x04', zip: 'PK\x03\x04', xml: '<?xml', json: '' },
};
/** Of what is run, not read. */
const RUN = ['MZ', '\x7fELF', '#!'];

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 8)).toString('latin1');
const check = (property: Property, reason: string | null): Check => ({
  ...{ property, reason },
  passed: reason === null,
});

export function judge(bytes: Uint8Array): Judged {
  const entries = opened(bytes);
  if (!entries) return none('封装包不能打开。');
  const { 'manifest.json': manifest, 'metadata.json': metadata, 'metadata.xml': xml } = entries;
  if (!manifest || !metadata || !xml) return none('封装包缺少清单或元数据。');
  const list = parsed<Manifest>(manifest);
  const facts = parsed<Metadata>(metadata);
  if (!list || !facts) return none('清单或元数据不能读取。');
  return {
    caseNumber: list.case,
    follows: facts.follows?.id,
    parts: facts.parts ?? [],
    checks: [
      check('authenticity', notAuthentic(list, facts)),
      check('integrity', notWhole(entries, list) ?? notNested(entries, facts)),
      check('usability', notReadable(entries)),
      check('security', notSafe(entries)),
    ],
  };
}

const none = (reason: string): Judged => ({
  checks: [
    check('integrity', reason),
    ...(['authenticity', 'usability', 'security'] as const).map((one) =>
      check(one, '封装包没有打开，未能检测。'),
    ),
  ],
});

function opened(bytes: Uint8Array): Entries | null {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

function parsed<T>(bytes: Uint8Array): T | null {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
  } catch {
    return null;
  }
}

function notAuthentic({ case: listed }: Manifest, { case: one, files = [] }: Metadata) {
  if (!listed || one?.number !== listed) return '清单与元数据不是同一个办件的。';
  const broken = files.find(({ seal, digest }) => seal && !isSealed(digest, seal));
  return broken ? `“${broken.title}”的电子印章与文件不符。` : null;
}

function isSealed(digest: string, { value, publicKey }: { value: string; publicKey: string }) {
  try {
    const bytes = Uint8Array.from(Buffer.from(digest, 'hex'));
    return sm2.doVerifySignature(bytes, value, publicKey, { hash: true, der: true });
  } catch {
    return false;
  }
}

function notWhole(entries: Entries, { files = [] }: Manifest): string | null {
  const wrong = files.find(({ path, digest }) => !entries[path] || sm3(entries[path]) !== digest);
  if (wrong) return `文件“${wrong.path}”缺失，或与清单中的摘要不一致。`;
  const listed = new Set(['manifest.json', ...files.map(({ path }) => path)]);
  const unlisted = Object.keys(entries).find((path) => !listed.has(path));
  return unlisted ? `文件“${unlisted}”不在清单中。` : null;
}

/** Each part is there, to the byte, and passes by itself. */
function notNested(entries: Entries, { parts = [] }: Metadata): string | null {
  for (const { case: number, digest } of parts) {
    const [, bytes] =
      Object.entries(entries).find(([path]) => path.endsWith(`-${number}.zip`)) ?? [];
    if (!bytes || sm3(bytes) !== digest) return `办件 ${number} 的归档包缺失，或与元数据不一致。`;
    const failed = judge(bytes).checks.find(({ passed }) => !passed);
    if (failed) return `办件 ${number} 的归档包：${failed.reason}`;
  }
  return null;
}

function notReadable(entries: Entries): string | null {
  const broken = Object.entries(entries).find(([path, bytes]) => {
    const begins = READABLE[path.toLowerCase().split('.').at(-1) ?? ''];
    if (begins === undefined || bytes.length === 0) return true;
    if (path.endsWith('.json')) return parsed(bytes) === null;
    return !startOf(bytes).startsWith(begins);
  });
  return broken ? `文件“${broken[0]}”不能长期读取，或与其格式不符。` : null;
}

function notSafe(entries: Entries): string | null {
  const unsafe = Object.entries(entries).find(
    ([path, bytes]) =>
      /^\/|(^|\/)\.\.(\/|$)|\\/.test(path) || RUN.some((begin) => startOf(bytes).startsWith(begin)),
  );
  return unsafe ? `文件“${unsafe[0]}”可以运行，或指向包外。` : null;
}
