/** Test cases of the DMN technology compatibility kit, as its `testCases.xsd` has them. */
import { evaluateFeel, readAs, type Kind } from '../../bpmn/feel/index.js';
import { xmlTree, type XmlElement } from '../../bpmn/xml/index.js';

export interface TestCase {
  id: string;
  /** The service to call, where it is not decisions that are made. */
  service?: string;
  inputs: Record<string, unknown>;
  results: ExpectedResult[];
}

export interface ExpectedResult {
  /** Name of the decision. */
  name: string;
  expected: unknown;
}

export interface TestFile {
  /** Name of the model's file, beside it. */
  model: string;
  cases: TestCase[];
}

const local = ({ name }: XmlElement): string => name.slice(name.lastIndexOf(':') + 1);
const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => local(child) === name);
const first = (element: XmlElement, name: string): XmlElement | undefined => all(element, name)[0];
/** Attributes are kept as they are written. */
const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');

/** @throws Error when the text is no such file */
export function readCases(xml: string): TestFile {
  const root = xmlTree(xml);
  const model = root && first(root, 'modelName')?.text.trim();
  if (!root || local(root) !== 'testCases' || !model) throw new Error('不是 TCK 的测试文件');
  return { model, cases: all(root, 'testCase').map(readCase) };
}

function readCase(element: XmlElement): TestCase {
  const { id = '', type, invocableName } = element.attributes;
  return {
    id,
    ...(type === 'decisionService' && { service: decoded(invocableName ?? '') }),
    inputs: Object.fromEntries(
      all(element, 'inputNode').map((node) => [
        decoded(node.attributes['name'] ?? ''),
        valueOf(node),
      ]),
    ),
    results: all(element, 'resultNode').map((node) => {
      const expected = first(node, 'expected');
      return {
        name: decoded(node.attributes['name'] ?? ''),
        expected: expected ? valueOf(expected) : null,
      };
    }),
  };
}

/** The value within an element: a simple one, a list, or components. */
function valueOf(element: XmlElement): unknown {
  const list = first(element, 'list');
  if (list) return isNil(list) ? null : all(list, 'item').map(valueOf);
  const components = all(element, 'component');
  if (components.length > 0) {
    return Object.fromEntries(
      components.map((each) => [
        decoded(each.attributes['name'] ?? ''),
        isNil(each) ? null : valueOf(each),
      ]),
    );
  }
  const value = first(element, 'value');
  return value ? simple(value) : null;
}

const isNil = ({ attributes }: XmlElement): boolean =>
  Object.entries(attributes).some(([name, value]) => name.endsWith(':nil') && value === 'true');

const KINDS: Readonly<Record<string, Kind[]>> = {
  date: ['date'],
  time: ['time'],
  dateTime: ['date and time'],
  duration: ['days and time duration', 'years and months duration'],
  dayTimeDuration: ['days and time duration'],
  yearMonthDuration: ['years and months duration'],
};

function simple(element: XmlElement): unknown {
  if (isNil(element)) return null;
  const [, type = ''] =
    Object.entries(element.attributes).find(([name]) => name.endsWith(':type')) ?? [];
  const kind = type.slice(type.lastIndexOf(':') + 1);
  const { text } = element;
  if (kind === 'string' || kind === '') return text;
  if (kind === 'boolean') return text.trim() === 'true';
  const kinds = KINDS[kind];
  if (!kinds) return numberOf(text.trim());
  const read = kinds.map((each) => readAs(each, text.trim())).find((each) => each !== undefined);
  return read ?? text;
}

function numberOf(text: string): unknown {
  const result = evaluateFeel(text, {}, 0);
  return result.ok ? result.value : text;
}
