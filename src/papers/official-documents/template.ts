/**
 * Templates of documents: plain text an administrator writes, one paragraph a line.
 *
 *   # 受理通知书                 the title, first
 *   > {{applicant}}：           flush left
 *   经审查，{{item}}……           a paragraph, indented as Chinese letters are
 *   ? 咨询电话：{{phone}}        left out when what it names is empty
 *   {{materials}}               a list by itself: numbered paragraphs
 *
 * A placeholder is `{{name}}`; a kind of document says which names it has. Pure.
 */

/** A list fills a paragraph of its own with numbered ones; inside a sentence it is joined by `；`. */
export type Fact = string | string[];
export type Facts = Record<string, Fact>;

export type ParagraphKind = 'plain' | 'flush' | 'item';

export interface Paragraph {
  kind: ParagraphKind;
  text: string;
}

/** A document's words as they are printed and kept. */
export interface Content {
  title: string;
  paragraphs: Paragraph[];
}

/** What is wrong in a template, and where; line and column count from 1. */
export interface TemplateFault {
  line: number;
  column: number;
  message: string;
}

/** What a template may and must name. */
export interface TemplateRules {
  /** Name → what it is in Chinese. */
  fields: Readonly<Record<string, string>>;
  /** Names the law demands. */
  required: readonly string[];
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
export const LONGEST_TEMPLATE = 20_000;

interface Line {
  number: number;
  mark: '#' | '>' | '?' | '';
  text: string;
}

function linesOf(body: string): Line[] {
  return body.split(/\r?\n/).flatMap((whole, index): Line[] => {
    if (whole.trim() === '') return [];
    const match = /^\s*([#>?])\s+(.*)$/.exec(whole);
    if (!match) return [{ number: index + 1, mark: '', text: whole.trim() }];
    return [{ number: index + 1, mark: match[1] as Line['mark'], text: match[2]!.trim() }];
  });
}

/** Everything that is wrong with a template; empty when it can be published. */
export function templateFaults(body: string, rules: TemplateRules): TemplateFault[] {
  const lines = linesOf(body);
  const [first, ...rest] = lines;
  const faults: TemplateFault[] = [];
  if (first?.mark !== '#') {
    faults.push({ line: 1, column: 1, message: '第一段应为标题，以“# ”开头。' });
  }
  for (const { number } of rest.filter(({ mark }) => mark === '#')) {
    faults.push({ line: number, column: 1, message: '标题只能有一个，请去掉“# ”。' });
  }
  if (body.length > LONGEST_TEMPLATE) {
    faults.push({ line: 1, column: 1, message: `模板最长 ${LONGEST_TEMPLATE} 字。` });
  }
  body.split(/\r?\n/).forEach((text, index) => {
    faults.push(...placeholderFaults(text, index + 1, rules));
  });
  const named = new Set([...body.matchAll(PLACEHOLDER)].map((match) => match[1]!));
  for (const name of rules.required.filter((each) => !named.has(each))) {
    const message = `缺少 {{${name}}}（${rules.fields[name] ?? name}）：法律要求写明，不能省略。`;
    faults.push({ line: 1, column: 1, message });
  }
  return faults;
}

function placeholderFaults(text: string, line: number, { fields }: TemplateRules): TemplateFault[] {
  const unknown = [...text.matchAll(PLACEHOLDER)]
    .filter((match) => !Object.hasOwn(fields, match[1]!))
    .map((match) => ({
      line,
      column: match.index + 1,
      message: `没有名为“${match[1]}”的字段；这种文书可用：${Object.keys(fields).join('、')}。`,
    }));
  // What is left of braces once the whole placeholders are away was never closed or never opened.
  const rest = text.replace(PLACEHOLDER, (whole) => ' '.repeat(whole.length));
  const brace = rest.search(/\{\{|\}\}/);
  if (brace < 0) return unknown;
  return [...unknown, { line, column: brace + 1, message: '花括号没有成对，应写成 {{字段}}。' }];
}

const isEmpty = (fact: Fact | undefined): boolean =>
  fact === undefined || (Array.isArray(fact) ? fact.length === 0 : fact.trim() === '');

const inSentence = (fact: Fact | undefined): string =>
  Array.isArray(fact) ? fact.join('；') : (fact ?? '');

const filled = (text: string, facts: Facts): string =>
  text.replace(PLACEHOLDER, (_, name: string) => inSentence(facts[name]));

/** The document's words. What a fact holds is printed as it is: placeholders in it mean nothing. */
export function renderTemplate(body: string, facts: Facts): Content {
  const [first, ...lines] = linesOf(body);
  return {
    title: filled(first?.text ?? '', facts),
    paragraphs: lines.flatMap((line) => paragraphsOf(line, facts)),
  };
}

function paragraphsOf({ mark, text }: Line, facts: Facts): Paragraph[] {
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);
  if (mark === '?' && names.some((name) => isEmpty(facts[name]))) return [];
  const alone = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(text)?.[1];
  const list = alone === undefined ? undefined : facts[alone];
  if (Array.isArray(list)) return numbered(list);
  const kind = mark === '>' ? 'flush' : 'plain';
  // A fact may have lines of its own, such as a handler's reasons.
  return filled(text, facts)
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind, text: part.trim() }));
}

const numbered = (list: string[]): Paragraph[] =>
  list.map((text, index) => ({ kind: 'item', text: `${index + 1}. ${text}` }));
