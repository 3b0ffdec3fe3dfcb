/**
 * Zip containers (DOCX, OFD) read within limits: entries, expanded bytes, ratio, nesting. Entries are
 * expanded one after another and counted as they come, whatever the directory says of their size.
 */
import { type Entry, fromBufferPromise } from 'yauzl';
import { refuseEntry } from './executables.js';
import { refuse } from './refusal.js';

const MOST_ENTRIES = 2_000;
const MOST_BYTES = 200 * 1024 * 1024;
/** Text in XML shrinks to a fortieth at best; a bomb to a thousandth. */
const MOST_RATIO = 200;
/** Below this a ratio tells nothing, bytes. */
const SMALL = 1024 * 1024;
/** A spreadsheet in a document is a container in a container; more is none of ours. */
const DEEPEST = 2;

export interface Container {
  /** Names of the entries, as they stand there. */
  names: string[];
  /** Texts of the XML entries and relations, by name. */
  xml: Map<string, string>;
}

interface Budget {
  entries: number;
  bytes: number;
}

const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const tooLarge = (): never =>
  refuse('file-expands-too-much', '解压后过大（疑似压缩炸弹），不能接收；请精简后重新导出');

/**
 * Looks at every entry.
 * @throws Refused `file-broken`, `file-expands-too-much`, `file-encrypted`, `file-nested`,
 *   `file-holds-program`, `file-holds-entities`
 */
export async function openContainer(
  bytes: Buffer,
  depth = 1,
  budget: Budget = { entries: 0, bytes: 0 },
): Promise<Container> {
  if (bytes.readUInt32LE(0) !== 0x04034b50) refuse('file-not-what-it-says', BROKEN);
  const zip = await fromBufferPromise(bytes).catch(() => refuse('file-broken', BROKEN));
  const container: Container = { names: [], xml: new Map() };
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (++budget.entries > MOST_ENTRIES) tooLarge();
      const content = await expanded(zip, entry, budget);
      await lookAt(entry.fileName, content, depth, budget);
      container.names.push(entry.fileName);
      if (isXml(entry.fileName)) container.xml.set(entry.fileName, textOf(content));
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Error' && !('refusal' in error))
      refuse('file-broken', BROKEN);
    throw error;
  }
  return container;
}

const BROKEN = '的内容与扩展名不符，可能已损坏或被改名；请重新导出后再上传';

async function expanded(
  zip: Awaited<ReturnType<typeof fromBufferPromise>>,
  entry: Entry,
  budget: Budget,
): Promise<Buffer> {
  if (entry.isEncrypted()) refuse('file-encrypted', '设有密码，无法检查；请去掉密码后再上传');
  if (entry.uncompressedSize > MOST_BYTES - budget.bytes) tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await zip.openReadStreamPromise(entry)) {
    const chunk = part as Buffer;
    parts.push(chunk);
    size += chunk.length;
    budget.bytes += chunk.length;
    const ratio = size / Math.max(1, entry.compressedSize);
    if (budget.bytes > MOST_BYTES || (size > SMALL && ratio > MOST_RATIO)) tooLarge();
  }
  return Buffer.concat(parts);
}

async function lookAt(name: string, content: Buffer, depth: number, budget: Budget): Promise<void> {
  refuseEntry(name, content);
  if (isXml(name) && /<!(DOCTYPE|ENTITY)/i.test(textOf(content)))
    refuse('file-holds-entities', `内含的“${name}”有实体声明，不能接收；请重新导出`);
  if (!isZip(content)) return;
  if (depth >= DEEPEST || !/\.(xlsx|docx|pptx)$/i.test(name))
    refuse('file-nested', `内含压缩包“${name}”，不能接收；请去掉后重新导出`);
  refuseActiveOffice(await openContainer(content, depth + 1, budget));
}

/** XML may come as UTF-16; then its ASCII stands between zeros. */
const textOf = (content: Buffer): string => content.toString('utf8').replaceAll('\0', '');

/**
 * Macros, controls, packages, and what is loaded from elsewhere when the document opens.
 * @throws Refused `file-holds-active-content`
 */
export function refuseActiveOffice({ names, xml }: Container): void {
  const active = names.find((name) => /vbaProject|vbaData|activeX\/|oleObject|\.bin$/i.test(name));
  if (active && !/printerSettings/i.test(active)) activeContent(`宏或嵌入对象（${active}）`);
  for (const [name, text] of xml) {
    if (/macroEnabled|vnd\.ms-office\.(vbaProject|activeX)/i.test(text)) activeContent('宏');
    if (name.endsWith('.rels') && loadsFromElsewhere(text))
      activeContent('打开时自动加载的外部内容');
    if (/\bDDE(AUTO)?\b\s/.test(fieldsOf(text))) activeContent('自动执行的域（DDE）');
  }
}

/** Field instructions, which Word may cut into pieces. */
const fieldsOf = (text: string): string =>
  [...text.matchAll(/<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"/g)]
    .map(([, piece = '', whole = '']) => piece + (whole && ` ${whole} `))
    .join('');

/** A link that a person follows is none. */
const loadsFromElsewhere = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([relation]) =>
      /TargetMode\s*=\s*["']External/i.test(relation) &&
      !/relationships\/hyperlink["']/i.test(relation),
  );

const activeContent = (what: string): never =>
  refuse('file-holds-active-content', `含有${what}，不能接收；请去掉后重新导出`);
