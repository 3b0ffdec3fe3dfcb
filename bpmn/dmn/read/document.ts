/**
 * DMN XML → dmn-moddle's tree, guarded: no DTD, bounded size, and whatever moddle would drop with a
 * mere warning is an error, for it would change what is decided.
 */
import { DmnModdle, type DmnNode } from 'dmn-moddle';
import { hasErrors, type Findings } from '../../compiler/findings.js';
import { MAX_XML_LENGTH } from '../../compiler/read.js';

/** DMN 1.1 to 1.6 differ in their namespaces, hardly in what is read here; moddle knows 1.3. */
const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DIAGRAM = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
const MODELS = /^https?:\/\/www\.omg\.org\/spec\/DMN\/(20151101\/dmn\.xsd|\d{8}\/MODEL\/?)$/;
const DIAGRAMS = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/DMNDI\/?$/;
const BINDING = /(xmlns(?::[\w.-]+)?\s*=\s*)(["'])(.*?)\2/g;

/** The root element of a file; undefined when it cannot be used, and the findings then say why. */
export async function readDocument(xml: string, findings: Findings): Promise<DmnNode | undefined> {
  const refusal = refuse(xml);
  if (refusal) {
    findings.error(refusal.rule, undefined, refusal.message);
    return undefined;
  }
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(inKnownNamespace(xml));
    for (const { message, element } of warnings) report(message, element, findings);
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

function refuse(xml: string): { rule: string; message: string } | undefined {
  if (xml.length > MAX_XML_LENGTH)
    return { rule: 'xml-too-large', message: '决策文件超过 4 MB，请拆分为多个文件后再导入。' };
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(xml))
    return {
      rule: 'xml-doctype',
      message: '决策文件含有 DOCTYPE 或 ENTITY 声明，出于安全不予读取，请删除该声明后重新导入。',
    };
  return undefined;
}

function inKnownNamespace(xml: string): string {
  return xml.replace(BINDING, (whole, start: string, quote: string, uri: string) => {
    const known = MODELS.test(uri) ? MODEL : DIAGRAMS.test(uri) ? DIAGRAM : undefined;
    return known ? `${start}${quote}${known}${quote}` : whole;
  });
}

/** What DMN has and this platform does not carry out, by its XML name. */
const notCarriedOut: Record<string, string> = {
  conditional: '条件框（conditional）',
  filter: '筛选框（filter）',
  for: '循环框（for）',
  every: '全称框（every）',
  some: '存在框（some）',
};

const explanations: readonly [RegExp, string, (value: string) => string][] = [
  [
    /illegal ID <(.*)>/,
    'illegal-id',
    (id) => `编号“${id}”不合规：编号只能用英文字母、数字、下划线、点和连字符，中文请写在名称里。`,
  ],
  [/duplicate ID <(.*)>/, 'duplicate-id', (id) => `编号“${id}”重复，请改为全文件唯一的编号。`],
  [
    /unparsable content <([^/>]*)/,
    'unsupported-element',
    (name) =>
      notCarriedOut[name]
        ? `${notCarriedOut[name]}不能执行，请改写为 FEEL 表达式（如 if … then … else、for … in … return）。`
        : `“${name}”不是能读取的 DMN 元素，请删除或更正。`,
  ],
  [
    /unknown attribute <(.*)>/,
    'unknown-attribute',
    (name) => `属性“${name}”不是 DMN 的属性，请更正拼写，或放入自有的命名空间。`,
  ],
];

/** Attributes that only concern how a drawing looks. */
const COSMETIC = /unknown attribute <(useAlternativeInputDataShape|isCollapsed|isListedInputData)>/;

function report(message: string, element: DmnNode | undefined, findings: Findings): void {
  if (message.startsWith('unsupported document encoding') || COSMETIC.test(message)) return;
  for (const [pattern, rule, explain] of explanations) {
    const value = pattern.exec(message)?.[1];
    if (value !== undefined) return findings.error(rule, element?.id ?? value, explain(value));
  }
  findings.error(
    'xml-invalid',
    element?.id,
    `文件中有无法读取的内容，请更正后重新导入：${message.replace(/\s+/g, ' ')}`,
  );
}
