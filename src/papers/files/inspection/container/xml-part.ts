/** XML in a container, read as it is unpacked: names resolved, entities undone, nothing kept. */
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { refuse } from '../refusal.js';

export interface Element {
  /** Without its prefix, which may be any. */
  local: string;
  /** Namespace. */
  uri: string;
  attributes: readonly { local: string; value: string }[];
}

/** What is looked for in the XML of one part. Each of its functions throws Refused. */
export interface XmlRule {
  open?(element: Element): void;
  /** Within the element opened last; a text may come in several pieces. */
  text?(text: string): void;
  close?(local: string): void;
  /** Once, when the part is read. */
  end?(): void;
}

export const attributeOf = ({ attributes }: Element, name: string): string | undefined =>
  attributes.find(({ local }) => local === name)?.value;

/** Encodings that a part may be in: what readers of XML take without being asked, and what China writes. */
const ENCODINGS = /^(?:utf-?8|us-ascii|gb2312|gbk|gb18030)$/i;

/**
 * Whether it is XML, by its name or by its first sign, which may stand as UTF-16 (between zeros) and after
 * a mark.
 */
export const isXml = (name: string, head: Buffer): boolean =>
  (/\.(xml|rels|vml|svg)$/i.test(name) && head.length > 0) ||
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head.toString('latin1').replaceAll('\0', ''));

/** Reads one part. @throws Refused `file-holds-entities`, `file-broken`, and what the rules say */
export class XmlPart {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private readonly decoder: TextDecoder;

  constructor(
    private readonly name: string,
    head: Buffer,
    private readonly rules: readonly XmlRule[],
  ) {
    this.decoder = new TextDecoder(encodingOf(head) ?? this.broken(), { fatal: true });
    this.parser.on('doctype', () =>
      refuse('file-holds-entities', `内含的“${name}”有实体声明，不能接收；请重新导出`),
    );
    this.parser.on('opentag', (tag) => this.each((rule) => rule.open?.(elementOf(tag))));
    this.parser.on('text', (text) => this.each((rule) => rule.text?.(text)));
    this.parser.on('cdata', (text) => this.each((rule) => rule.text?.(text)));
    this.parser.on('closetag', ({ local }) => this.each((rule) => rule.close?.(local)));
    this.parser.on('processinginstruction', ({ target }) => {
      if (target === 'xml-stylesheet')
        refuse('file-holds-active-content', `内含的“${name}”取用外部样式，不能接收；请重新导出`);
    });
    // Anything that is not well-formed: readers would differ in what they make of it.
    this.parser.on('error', () => this.broken());
  }

  write(bytes: Buffer): void {
    this.parser.write(this.decoded(bytes));
  }

  end(): void {
    this.parser.write(this.decoded());
    this.parser.close();
    this.each((rule) => rule.end?.());
  }

  private decoded(bytes?: Buffer): string {
    try {
      return this.decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return this.broken();
    }
  }

  private each(call: (rule: XmlRule) => void): void {
    for (const rule of this.rules) call(rule);
  }

  private broken(): never {
    return refuse('file-broken', `内含的“${this.name}”无法读取，可能已损坏；请重新导出后再上传`);
  }
}

const elementOf = ({ local, uri, attributes }: SaxesTagNS): Element => ({
  local,
  uri,
  attributes: Object.values(attributes),
});

/** By its mark, its first bytes or its declaration; null = one that is not taken. */
function encodingOf(head: Buffer): string | null {
  const start = head.toString('latin1');
  if (/^\xff\xfe(?!\0\0)|^<\0/.test(start)) return 'utf-16le';
  if (/^\xfe\xff|^\0</.test(start)) return 'utf-16be';
  const [, declared = 'utf-8'] =
    /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(start) ?? [];
  // Declared as UTF-16 it stands there in bytes for all that.
  if (/^utf-?16/i.test(declared)) return 'utf-8';
  return ENCODINGS.test(declared) ? declared : null;
}
