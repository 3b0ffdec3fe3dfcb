/**
 * Whether a text is one XML document that may be read at all: decided in one pass, before any
 * library sees it, and said in one sentence with its line.
 */
import { attributesIn, prefixOf, tokens, type Tag, type Token } from './tokens.js';

/** Elements in one another; the readers behind take a few calls for each. A diagram has ten. */
export const MAX_DEPTH = 1_200;

/** Longest XML accepted, in UTF-16 code units. */
export const MAX_XML_LENGTH = 4 * 1024 * 1024;

/** Why a file is not read. */
export interface Refusal {
  rule: 'xml-too-large' | 'xml-doctype' | 'xml-too-deep' | 'xml-invalid' | 'encoding-unknown';
  /** Chinese: what is wrong, where, and what to do. */
  message: string;
}

/**
 * What keeps a text from being read; undefined when nothing does.
 * @param called what people call the file, such as 流程文件
 */
export function refusalOf(xml: string, called: string): Refusal | undefined {
  if (xml.length > MAX_XML_LENGTH)
    return { rule: 'xml-too-large', message: `${called}超过 4 MB，请拆分为多个文件后再导入。` };
  const lost = wronglyDecoded(xml);
  if (lost !== undefined)
    return {
      rule: 'encoding-unknown',
      message: `${called}声明的编码是 ${lost}，却没有按它读出文字，请另存为 UTF-8 后重新导入。`,
    };
  const fault = new Structure(xml).fault();
  return fault && refusal(xml, called, fault);
}

interface Fault {
  rule: Refusal['rule'];
  at: number;
  /** Of `xml-invalid`: what is wrong there. */
  what?: string;
}

function refusal(xml: string, called: string, { rule, at, what }: Fault): Refusal {
  const line = lineOf(xml, at);
  if (rule === 'xml-doctype')
    return {
      rule,
      message: `${called}第 ${line} 行含有 DOCTYPE 或 ENTITY 声明，出于安全不予读取，请删除该声明后重新导入。`,
    };
  if (rule === 'xml-too-deep')
    return {
      rule,
      message: `${called}第 ${line} 行的元素嵌套超过 ${MAX_DEPTH} 层，不予读取，请减少嵌套（例如改用调用活动）后重新导入。`,
    };
  return {
    rule,
    message: `${called}不是完整的 XML：第 ${line} 行${what ?? ''}，请更正后重新导入。`,
  };
}

function lineOf(xml: string, at: number): number {
  let line = 1;
  for (
    let found = xml.indexOf('\n');
    found >= 0 && found < at;
    found = xml.indexOf('\n', found + 1)
  )
    line++;
  return line;
}

/** Characters that no decoding gives, under a declaration of an encoding other than UTF-8. */
function wronglyDecoded(xml: string): string | undefined {
  const declared = /^\uFEFF?<\?xml[^>]{0,200}?\sencoding\s{0,20}=\s{0,20}["']([\w.:-]+)/.exec(
    xml,
  )?.[1];
  if (declared === undefined || /^utf-?(8|16)/i.test(declared)) return undefined;
  return xml.includes('\uFFFD') ? declared : undefined;
}

/** Prefixes that are bound without being declared. */
const ALWAYS_BOUND: readonly string[] = ['', 'xml', 'xmlns'];

const NOTHING: readonly string[] = [];

class Structure {
  private readonly open: { name: string; bound: readonly string[] }[] = [];
  /** How often each prefix is bound where we are. */
  private readonly bound = new Map(ALWAYS_BOUND.map((prefix): [string, number] => [prefix, 1]));
  private rooted = false;

  constructor(private readonly xml: string) {}

  fault(): Fault | undefined {
    for (const token of tokens(this.xml.replace(/^\uFEFF/, ' '))) {
      const fault = this.enter(token);
      if (fault) return fault;
    }
    const unclosed = this.open.at(-1);
    if (unclosed) return this.invalid(this.xml.length, `“${short(unclosed.name)}”没有结束标签`);
    return this.rooted ? undefined : this.invalid(0, '没有根元素');
  }

  private enter(token: Token): Fault | undefined {
    switch (token.kind) {
      case 'open':
        return this.begin(token);
      case 'close':
        return this.end(token);
      case 'declaration':
        return { rule: 'xml-doctype', at: token.start };
      case 'broken':
        return this.invalid(token.start, '有没有结束的标签、注释或 CDATA');
      case 'text':
      case 'data':
        if (this.open.length > 0 || this.xml.slice(token.start, token.end).trim() === '')
          return undefined;
        return this.invalid(token.start, '在根元素之外有文字');
      default:
        return undefined;
    }
  }

  private begin(tag: Tag): Fault | undefined {
    if (this.rooted && this.open.length === 0)
      return this.invalid(tag.start, '在根元素之外还有元素');
    this.rooted = true;
    if (this.open.length >= MAX_DEPTH) return { rule: 'xml-too-deep', at: tag.start };
    const names = [tag.name];
    for (const part of attributesIn(this.xml, tag)) {
      if ('name' in part) names.push(part.name);
      else return this.invalid(part.astray, `的标签“${short(tag.name)}”中有不成“名="值"”的属性`);
    }
    const bound = names.length > 1 ? this.bind(names) : NOTHING;
    const fault = this.misnamed(tag, names);
    if (fault) return fault;
    if (tag.empty) this.leave(bound);
    else this.open.push({ name: tag.name, bound });
    return undefined;
  }

  /** The prefixes that a tag binds. */
  private bind(names: readonly string[]): readonly string[] {
    const bound = names.filter((name) => name.startsWith('xmlns:')).map((name) => name.slice(6));
    for (const prefix of bound) this.bound.set(prefix, (this.bound.get(prefix) ?? 0) + 1);
    return bound;
  }

  private misnamed(tag: Tag, names: readonly string[]): Fault | undefined {
    const twice = repeated(names.slice(1));
    if (twice !== undefined)
      return this.invalid(tag.start, `的标签“${short(tag.name)}”把属性“${short(twice)}”写了两次`);
    const unbound = names.find((name) => !this.bound.get(prefixOf(name)));
    if (unbound === undefined) return undefined;
    const prefix = short(prefixOf(unbound));
    return this.invalid(tag.start, `的前缀“${prefix}”没有声明命名空间（xmlns:${prefix}）`);
  }

  private end(tag: Tag): Fault | undefined {
    const opened = this.open.pop();
    if (opened?.name !== tag.name)
      return this.invalid(
        tag.start,
        opened
          ? `的结束标签“${short(tag.name)}”与“${short(opened.name)}”不对应`
          : `的结束标签“${short(tag.name)}”没有开始标签`,
      );
    this.leave(opened.bound);
    return undefined;
  }

  private leave(bound: readonly string[]): void {
    for (const prefix of bound) this.bound.set(prefix, (this.bound.get(prefix) ?? 1) - 1);
  }

  private invalid(at: number, what: string): Fault {
    return { rule: 'xml-invalid', at, what };
  }
}

function repeated(names: readonly string[]): string | undefined {
  if (names.length < 2) return undefined;
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

/** A name as it can stand in a sentence. */
const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
