/**
 * Patterns as XPath and XQuery write them (XPath 3.1 functions, 5.6.1, which DMN's `matches`,
 * `replace` and `split` follow), written as RE2 understands them.
 */
import { classOf, escapeOf, type CharacterSet } from './classes.js';

/** Thrown and caught within this folder: no pattern, or one that is not carried out. */
export class PatternError extends Error {
  override name = 'PatternError';
}

export interface Translated {
  text: string;
  /** Whether a match may have to look far beyond its end: choices, and groups that are repeated. */
  looksAhead: boolean;
  groups: number;
}

export interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  /** White space outside of classes means nothing. */
  free: boolean;
  /** No character is special. */
  quoted: boolean;
}

/** @throws PatternError */
export function readFlags(flags: string): Flags {
  if (!/^[smixq]*$/.test(flags)) throw new PatternError(`标志“${flags}”不存在，只有 s、m、i、x、q`);
  const has = (flag: string) => flags.includes(flag);
  return {
    dotAll: has('s'),
    multiline: has('m'),
    ignoreCase: has('i'),
    free: has('x') && !has('q'),
    quoted: has('q'),
  };
}

/** @throws PatternError */
export function translate(pattern: string, flags: Flags): Translated {
  if (flags.quoted) return { text: literal(pattern), looksAhead: false, groups: 0 };
  return new Translator(pattern, flags).whole();
}

const SPECIAL = /[\\^$.|?*+()[\]{}]/g;
const literal = (text: string): string => text.replace(SPECIAL, '\\$&');

class Translator {
  private at = 0;
  private groups = 0;
  private open: number[] = [];
  private looksAhead = false;

  constructor(
    private readonly pattern: string,
    private readonly flags: Flags,
  ) {}

  whole(): Translated {
    let text = '';
    while (this.at < this.pattern.length) text += this.part();
    if (this.open.length > 0) this.fail('括号没有闭合');
    return { text, looksAhead: this.looksAhead, groups: this.groups };
  }

  private part(): string {
    const sign = this.take();
    if (this.flags.free && /[ \t\r\n]/.test(sign)) return '';
    switch (sign) {
      case '(':
        return this.group();
      case ')':
        if (this.open.pop() === undefined) this.fail('多出一个右括号');
        if (/^[?*+{]/.test(this.rest())) this.looksAhead = true;
        return `)${this.quantifier()}`;
      case '|':
        this.looksAhead = true;
        return '|';
      case '^':
      case '$':
        return sign;
      case '.':
        return `${this.flags.dotAll ? '(?s:.)' : '[^\\n\\r]'}${this.quantifier()}`;
      case '[':
        return `${this.written(this.set())}${this.quantifier()}`;
      case '\\':
        return `${this.escaped()}${this.quantifier()}`;
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
      case ']':
        return this.fail(`“${sign}”的位置不对`);
      default:
        return `${literal(sign)}${this.quantifier()}`;
    }
  }

  private group(): string {
    if (!this.rest().startsWith('?')) {
      this.open.push((this.groups += 1));
      return '(';
    }
    if (!this.rest().startsWith('?:')) this.fail('只有 (?:…) 是特殊的组');
    this.at += 2;
    this.open.push(0);
    return '(?:';
  }

  private quantifier(): string {
    this.skipFree();
    const [found] = /^(?:[?*+]|\{\d{1,4}(?:,\d{0,4})?\})\??/.exec(this.rest()) ?? [];
    if (found === undefined) return '';
    this.at += found.length;
    return found;
  }

  private skipFree(): void {
    while (this.flags.free && /^[ \t\r\n]/.test(this.rest())) this.at += 1;
  }

  private escaped(): string {
    this.skipFree();
    const sign = this.take();
    if (/\d/.test(sign)) this.fail(`反向引用“\\${sign}”不能执行`);
    return this.written(this.escape(sign));
  }

  private escape(sign: string): CharacterSet {
    const property = /[pP]/.test(sign) ? this.property() : undefined;
    const set = escapeOf(sign, property);
    return set ?? this.fail(`“\\${sign}${property ? `{${property}}` : ''}”不存在，或不能执行`);
  }

  private property(): string {
    const [whole, name = ''] = /^\{([^}]*)\}/.exec(this.rest()) ?? [];
    if (whole === undefined) return this.fail('\\p 后面须有 {类别}');
    this.at += whole.length;
    return this.flags.free ? name.replace(/\s+/g, '') : name;
  }

  /** After `[`, up to its `]`. */
  private set(): CharacterSet {
    const negated = this.rest().startsWith('^');
    if (negated) this.at += 1;
    const parts: (CharacterSet | [number, number])[] = [];
    let without: CharacterSet | undefined;
    while (!this.rest().startsWith(']')) {
      if (this.rest().startsWith('-[') && parts.length > 0) {
        this.at += 2;
        without = this.set();
        break;
      }
      parts.push(this.member());
    }
    if (this.take() !== ']' || parts.length === 0) this.fail('字符类没有内容或没有闭合');
    return classOf(parts, negated, without) ?? this.fail('这样的字符类相减不能执行');
  }

  private member(): CharacterSet | [number, number] {
    const first = this.character();
    if (typeof first !== 'number') return first;
    const range = this.rest().startsWith('-') && !/^-[\][]/.test(this.rest());
    if (!range) return [first, first];
    this.at += 1;
    const last = this.character();
    if (typeof last !== 'number' || last < first) return this.fail('字符范围的次序不对');
    return [first, last];
  }

  private character(): CharacterSet | number {
    const sign = this.take();
    if (sign === '[') return this.fail('字符类里的“[”前须有反斜线');
    if (sign !== '\\') return sign.codePointAt(0)!;
    const escaped = this.take();
    if (/\d/.test(escaped)) return this.fail('字符类里没有反向引用');
    const set = this.escape(escaped);
    return set.single ?? set;
  }

  private written(set: CharacterSet): string {
    return set.single === undefined ? set.text : literal(String.fromCodePoint(set.single));
  }

  private take(): string {
    const point = this.pattern.codePointAt(this.at);
    if (point === undefined) return this.fail('模式不完整');
    const sign = String.fromCodePoint(point);
    this.at += sign.length;
    return sign;
  }

  private rest(): string {
    return this.pattern.slice(this.at, this.at + 64);
  }

  private fail(reason: string): never {
    throw new PatternError(`模式“${this.pattern.slice(0, 60)}”：${reason}`);
  }
}
