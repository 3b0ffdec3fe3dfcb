/**
 * Zip containers (DOCX, OFD) read within limits: entries, expanded bytes, ratio, nesting. Entries are
 * expanded one after another and looked at as they come, whatever the directory says of their size; no more
 * of them is kept than their beginning.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refuseEntry } from '../executables.js';
import { Refused, refuse } from '../refusal.js';
import { requireAgreement } from './headers.js';
import { markupRule } from './markup.js';
import { isXml, XmlPart, type XmlRule } from './xml-part.js';

const MOST_ENTRIES = 2_000;
const MOST_BYTES = 200 * 1024 * 1024;
/** Of a container in a container, which is kept while it is looked at. */
const MOST_NESTED = 20 * 1024 * 1024;
/** Text in XML shrinks to a fortieth at best; a bomb to a thousandth. */
const MOST_RATIO = 200;
/** Below this a ratio tells nothing, bytes. */
const SMALL = 1024 * 1024;
/** A spreadsheet in a document is a container in a container; more is none of ours. */
const DEEPEST = 2;
/** Bytes by which an entry is told. */
const HEAD = 512;
/** What is a container within a container. */
const OFFICE = /\.(xlsx|docx|pptx)$/i;

/** What a format asks of the parts of its container. Each function throws Refused. */
export interface ContainerRules {
  /** What is looked for in a part that is XML. */
  part(name: string): readonly XmlRule[];
  /** Once, of all parts: their names as {@link plainName} writes them, and which of them are XML. */
  finish(parts: ReadonlyMap<string, { isXml: boolean }>): void;
}

/** Rules for containers of Office in a container, made anew for each. */
export type OfficeRulesOf = () => ContainerRules;

interface Budget {
  entries: number;
  bytes: number;
}

/** Readers take these for the same part. */
export const plainName = (name: string): string => {
  const decoded = name.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const folders = decoded.replaceAll('\\', '/').split('/');
  return folders
    .filter((folder) => folder !== '' && folder !== '.')
    .join('/')
    .toLowerCase();
};

const tooLarge = (): never =>
  refuse('file-expands-too-much', '解压后过大（疑似压缩炸弹），不能接收；请精简后重新导出');
const broken = (): never =>
  refuse('file-broken', '的内容与扩展名不符，可能已损坏或被改名；请重新导出后再上传');

/**
 * Looks at every entry.
 * @throws Refused `file-broken`, `file-expands-too-much`, `file-encrypted`, `file-nested`,
 *   `file-holds-program`, `file-holds-entities`, `file-holds-active-content`
 */
export const inspectContainer = (
  bytes: Buffer,
  rules: ContainerRules,
  office: OfficeRulesOf,
): Promise<void> => new ContainerLook(office, { entries: 0, bytes: 0 }).lookAt(bytes, rules, 1);

class ContainerLook {
  constructor(
    private readonly office: OfficeRulesOf,
    private readonly budget: Budget,
  ) {}

  async lookAt(bytes: Buffer, rules: ContainerRules, depth: number): Promise<void> {
    const zip = await fromBufferPromise(bytes).catch(broken);
    const parts = new Map<string, { isXml: boolean }>();
    const entries: Entry[] = [];
    try {
      for await (const entry of zip.eachEntry()) {
        if (++this.budget.entries > MOST_ENTRIES) tooLarge();
        entries.push(entry);
        if (entry.fileName.endsWith('/') && entry.uncompressedSize === 0) continue;
        const name = plainName(entry.fileName);
        if (parts.has(name)) broken();
        parts.set(name, { isXml: await this.lookAtEntry(zip, entry, rules, depth) });
      }
    } catch (error) {
      // What the library says of a zip that is none.
      throw error instanceof Refused ? error : brokenBy(error);
    }
    requireAgreement(bytes, entries);
    rules.finish(parts);
  }

  /** @returns whether it is XML */
  private async lookAtEntry(
    zip: ZipFile,
    entry: Entry,
    rules: ContainerRules,
    depth: number,
  ): Promise<boolean> {
    const name = entry.fileName;
    let part: EntryLook | undefined;
    let head = Buffer.alloc(0);
    const begin = (): EntryLook => {
      refuseEntry(name, head);
      refuseEntry(entry.fileNameRaw.toString('latin1'), head);
      return lookFor(name, head, [markupRule, ...rules.part(name)], depth);
    };
    for await (const chunk of this.expanded(zip, entry)) {
      if (part) part.write(chunk);
      else head = Buffer.concat([head, chunk]);
      if (part || head.length < HEAD) continue;
      part = begin();
      part.write(head);
    }
    if (!part) {
      part = begin();
      part.write(head);
    }
    const nested = part.end();
    if (nested) await this.lookAt(nested, this.office(), depth + 1);
    return part.isXml;
  }

  /** The entry's bytes in pieces, counted. */
  private async *expanded(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
    if (entry.isEncrypted()) refuse('file-encrypted', '设有密码，无法检查；请去掉密码后再上传');
    if (entry.uncompressedSize > MOST_BYTES - this.budget.bytes) tooLarge();
    let size = 0;
    for await (const part of await zip.openReadStreamPromise(entry)) {
      const chunk = part as Buffer;
      size += chunk.length;
      this.budget.bytes += chunk.length;
      const ratio = size / Math.max(1, entry.compressedSize);
      if (this.budget.bytes > MOST_BYTES || (size > SMALL && ratio > MOST_RATIO)) tooLarge();
      yield chunk;
    }
  }
}

function brokenBy(error: unknown): unknown {
  try {
    return broken();
  } catch (refused) {
    if (refused instanceof Refused) refused.cause = error;
    return refused;
  }
}

interface EntryLook {
  isXml: boolean;
  write(bytes: Buffer): void;
  /** @returns the container that it is, if it is one */
  end(): Buffer | null;
}

function lookFor(name: string, head: Buffer, rules: readonly XmlRule[], depth: number): EntryLook {
  if (isXml(name, head)) {
    const part = new XmlPart(name, head, rules);
    return {
      isXml: true,
      write: (bytes) => part.write(bytes),
      end: () => {
        part.end();
        return null;
      },
    };
  }
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (!isZip && !OFFICE.test(name))
    return { isXml: false, write: () => undefined, end: () => null };
  if (depth >= DEEPEST || !OFFICE.test(name))
    refuse('file-nested', `内含压缩包“${name}”，不能接收；请去掉后重新导出`);
  const kept: Buffer[] = [];
  let size = 0;
  return {
    isXml: false,
    write: (bytes) => {
      size += bytes.length;
      if (size > MOST_NESTED) tooLarge();
      kept.push(bytes);
    },
    end: () => Buffer.concat(kept),
  };
}
