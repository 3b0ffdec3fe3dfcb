/** Values as they stand in a PDF (ISO 32000-2, 7.3), read as leniently as the most lenient reader does. */
import { refuse } from '../refusal.js';

export type PdfValue =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'string'; text: string }
  | { kind: 'ref'; number: number }
  | { kind: 'array'; items: PdfValue[] }
  | PdfDict
  /** true, null, stream, endobj … and what closes something. */
  | { kind: 'word'; word: string };

export interface PdfDict {
  kind: 'dict';
  /** Every pair, also those of a key that stands twice: readers differ in which of them counts. */
  entries: [key: string, value: PdfValue][];
  /** Something stands in it that is neither key nor value: readers differ in what they make of it. */
  broken: boolean;
}

/** Values within one another; deeper ones no honest program writes. */
const DEEPEST = 100;
/** Of a string, characters that are kept. */
const STRING_KEPT = 4_096;

const [REGULAR, WHITE, DELIMITER] = [0, 1, 2];
const [LESS, GREATER, PERCENT, LINE_FEED, RETURN, LETTER_R] = [0x3c, 0x3e, 0x25, 10, 13, 0x52];
const CLASS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASS[code] = WHITE;
for (const sign of '()<>[]{}/%') CLASS[sign.charCodeAt(0)] = DELIMITER;
const NUMERIC = new Uint8Array(256);
for (const sign of '0123456789+-.') NUMERIC[sign.charCodeAt(0)] = 1;

/** How much reading the file has cost: values may be begun anywhere, and so be read again and again. */
export interface Effort {
  /** Bytes that may still be read. */
  left: number;
}

/** Reads values one after another. */
export class ValueReader {
  constructor(
    private readonly bytes: Buffer,
    public at: number,
    private readonly effort: Effort,
  ) {}

  /** The next value; null = the end. @throws Refused `file-broken`, `file-too-complex` */
  value(depth = 0): PdfValue | null {
    if (depth > DEEPEST) refuse('file-broken', '结构异常，不能接收；请重新导出');
    const from = this.skipped();
    const read = this.read(depth);
    this.effort.left -= this.at - from;
    if (this.effort.left < 0) refuse('file-too-complex', '结构过于复杂，无法检查；请重新导出');
    return read;
  }

  private read(depth: number): PdfValue | null {
    const start = this.at;
    if (start >= this.bytes.length) return null;
    const first = String.fromCharCode(this.bytes[start]!);
    this.at += 1;
    if (first === '/') return { kind: 'name', name: this.name() };
    if (first === '(') return { kind: 'string', text: this.literal() };
    if (first === '[') return this.array(depth);
    if (first === '<' && this.bytes[this.at] === LESS) {
      this.at += 1;
      return this.dict(depth);
    }
    if (first === '<') return { kind: 'string', text: this.hex() };
    if (first === '>' && this.bytes[this.at] === GREATER) {
      this.at += 1;
      return { kind: 'word', word: '>>' };
    }
    if (CLASS[this.bytes[start]!] === DELIMITER) return { kind: 'word', word: first };
    this.at = start;
    return NUMERIC[this.bytes[start]!]
      ? this.numberOrRef()
      : { kind: 'word', word: this.regular() };
  }

  /** Past white space and comments; where it came to. */
  private skipped(): number {
    for (; this.at < this.bytes.length; this.at += 1) {
      const code = this.bytes[this.at]!;
      if (code === PERCENT) while (this.at < this.bytes.length && !this.isLineEnd()) this.at += 1;
      else if (CLASS[code] !== WHITE) break;
    }
    return this.at;
  }

  private isLineEnd(): boolean {
    return this.bytes[this.at] === LINE_FEED || this.bytes[this.at] === RETURN;
  }

  private regular(): string {
    const start = this.at;
    while (this.at < this.bytes.length && CLASS[this.bytes[this.at]!] === REGULAR) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  /** `/J#61vaScript` is JavaScript. */
  private name(): string {
    const written = this.regular();
    if (!written.includes('#')) return written;
    return written.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  }

  private digits(): number {
    const start = this.at;
    while (NUMERIC[this.bytes[this.at] ?? 0]) this.at += 1;
    return Number(this.bytes.toString('latin1', start, this.at));
  }

  /** `12 0 R`; else the number, and the rest is read again. */
  private numberOrRef(): PdfValue {
    const value = this.digits();
    const after = this.at;
    if (Number.isInteger(value)) {
      const start = this.skipped();
      while (NUMERIC[this.bytes[this.at] ?? 0]) this.at += 1;
      const isGeneration = this.at > start;
      this.skipped();
      if (
        isGeneration &&
        this.bytes[this.at] === LETTER_R &&
        CLASS[this.bytes[this.at + 1] ?? 32]
      ) {
        this.at += 1;
        return { kind: 'ref', number: value };
      }
    }
    this.at = after;
    return { kind: 'number', value };
  }

  private literal(): string {
    let text = '';
    for (let open = 1; this.at < this.bytes.length; this.at += 1) {
      const sign = String.fromCharCode(this.bytes[this.at]!);
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
      if (open === 0) break;
      const escapes = sign === '\\' ? String.fromCharCode(this.bytes[(this.at += 1)] ?? 32) : '';
      if (text.length < STRING_KEPT) text += sign + escapes;
    }
    this.at += 1;
    return unescaped(text);
  }

  private hex(): string {
    const end = this.bytes.indexOf('>', this.at);
    const start = this.at;
    this.at = end < 0 ? this.bytes.length : end + 1;
    const digits = this.bytes.toString('latin1', start, Math.min(this.at, start + STRING_KEPT));
    return Buffer.from(digits.replace(/[^0-9a-fA-F]/g, ''), 'hex').toString('latin1');
  }

  private array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      const item = this.value(depth + 1);
      if (item === null || isWord(item, ']')) return { kind: 'array', items };
      items.push(item);
    }
  }

  private dict(depth: number): PdfDict {
    const dict: PdfDict = { kind: 'dict', entries: [], broken: false };
    for (;;) {
      const key = this.value(depth + 1);
      if (key === null || isWord(key, '>>')) return dict;
      const value = key.kind === 'name' ? this.value(depth + 1) : key;
      if (key.kind !== 'name' || value === null || (value.kind === 'word' && !isConstant(value)))
        dict.broken = true;
      if (value !== null) dict.entries.push([key.kind === 'name' ? key.name : '', value]);
      if (value === null || (key.kind === 'name' && isWord(value, '>>'))) return dict;
    }
  }
}

/** White space that is written as an escape is left out: no link needs it. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped)
      ? String.fromCharCode(parseInt(escaped, 8) & 0xff)
      : escaped.replace(/[nrtbf\s]/g, ''),
  );

export const isWord = (value: PdfValue, word: string): boolean =>
  value.kind === 'word' && value.word === word;
const isConstant = ({ word }: { word: string }): boolean =>
  word === 'true' || word === 'false' || word === 'null';
