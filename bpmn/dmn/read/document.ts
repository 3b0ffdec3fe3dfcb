/**
 * DMN XML → dmn-moddle's tree, guarded: no DTD, bounded size, and whatever moddle would drop with a
 * mere warning is an error, for it would change what is decided.
 */
import type { DmnNode } from 'dmn-moddle';
import { hasErrors, type Findings } from '../../compiler/findings.js';
import { contents } from '../../compiler/moddle.js';
import { readable, refusalOf, renamedIds } from '../../xml/index.js';
import { dmnModdle } from './moddle.js';

/** DMN 1.1 to 1.6 differ in their namespaces, hardly in what is read here; moddle knows 1.3. */
const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DIAGRAM = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
const MODELS = /^https?:\/\/www\.omg\.org\/spec\/DMN\/(20151101\/dmn\.xsd|\d{8}\/MODEL\/?)$/;
const DIAGRAMS = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/DMNDI\/?$/;
const BINDING = /(\sxmlns(?::[\w.-]{1,60})?=)(["'])(https?:\/\/www\.omg\.org\/[^"'<\s]{1,100})\2/g;

/** The root element of a file; undefined when it cannot be used, and the findings then say why. */
export async function readDocument(xml: string, findings: Findings): Promise<DmnNode | undefined> {
  const refusal = refusalOf(xml, '决策文件');
  if (refusal) {
    findings.error(refusal.rule, undefined, refusal.message);
    return undefined;
  }
  try {
    const renamed = renamedIds(xml);
    const { rootElement, warnings } = await dmnModdle().fromXML(inKnownNamespace(readable(xml)));
    takeBackIds(rootElement, renamed);
    for (const { message, element } of warnings) report(message, element, renamed, findings);
    return hasErrors(findings.all) ? undefined : rootElement;
  } catch (error) {
    const cause = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    findings.error(
      'xml-invalid',
      undefined,
      `无法按 DMN 读取此文件，请检查 XML 是否完整、根元素是否为 DMN 1.1 至 1.6 的 definitions：${cause}`,
    );
    return undefined;
  }
}

/** Elements, and references to them, get the ids that the file has. */
function takeBackIds(node: DmnNode, renamed: ReadonlyMap<string, string>): void {
  if (renamed.size === 0) return;
  const id = renamed.get(node.id ?? '');
  if (id !== undefined) node.set('id', id);
  const href: unknown = node.get('href');
  const referred = typeof href === 'string' ? renamed.get(href.slice(href.indexOf('#') + 1)) : '';
  if (referred && typeof href === 'string')
    node.set('href', href.slice(0, href.indexOf('#') + 1) + referred);
  for (const inner of contents(node)) takeBackIds(inner, renamed);
}

function inKnownNamespace(xml: string): string {
  return xml.replace(BINDING, (whole, start: string, quote: string, uri: string) => {
    const known = MODELS.test(uri) ? MODEL : DIAGRAMS.test(uri) ? DIAGRAM : undefined;
    return known ? `${start}${quote}${known}${quote}` : whole;
  });
}

const explanations: readonly [RegExp, string, (value: string) => string][] = [
  [
    /illegal ID <(.*)>/,
    'illegal-id',
    (id) =>
      `编号“${id}”不合规：编号不能含空格和 / : # $ 等符号，请改用文字、数字、下划线、点和连字符。`,
  ],
  [/duplicate ID <(.*)>/, 'duplicate-id', (id) => `编号“${id}”重复，请改为全文件唯一的编号。`],
  [
    /unparsable content <([^/>]*)/,
    'unsupported-element',
    (name) => `“${name}”不是能读取的 DMN 元素，请删除或更正。`,
  ],
  [
    /unknown attribute <(.*)>/,
    'unknown-attribute',
    (name) => `属性“${name}”不是 DMN 的属性，请更正拼写，或放入自有的命名空间。`,
  ],
];

/** Attributes that only concern how a drawing looks. */
const COSMETIC = /unknown attribute <(useAlternativeInputDataShape|isCollapsed|isListedInputData)>/;

function report(
  message: string,
  element: DmnNode | undefined,
  renamed: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  if (message.startsWith('unsupported document encoding') || COSMETIC.test(message)) return;
  if (message.startsWith('unresolved reference') && element?.$type.startsWith('dmndi:')) return;
  for (const [pattern, rule, explain] of explanations) {
    const plain = pattern.exec(message)?.[1];
    const value = plain && (renamed.get(plain) ?? plain);
    if (value !== undefined) return findings.error(rule, element?.id ?? value, explain(value));
  }
  findings.error(
    'xml-invalid',
    element?.id,
    `文件中有无法读取的内容，请更正后重新导入：${message.replace(/\s+/g, ' ')}`,
  );
}
