/**
 * XML → bpmn-moddle's tree, guarded: no DTD, bounded size, and what moddle merely warns of
 * (a dropped element, a reference to nothing) is an error here, for it would change what runs.
 */
import {
  BpmnModdle,
  type BpmnNode,
  type ParseResult,
  type ParseWarning,
  type Reference,
} from 'bpmn-moddle';
import onestopDescriptor from '../model/onestop.moddle.json' with { type: 'json' };
import { meaningless } from './dialects/namespaces.js';
import { Findings, hasErrors } from './findings.js';
import { foreseen } from './unforeseen.js';
import { survey } from './import/survey.js';
import { is, localName } from './moddle.js';
import { boundPrefixes, readable, refusalOf, renamedIds } from '../xml/index.js';
import { nameElements } from './unnamed.js';

export { onestopDescriptor };

export interface Document {
  definitions: BpmnNode;
  elementsById: Readonly<Record<string, BpmnNode>>;
  /** The text of references that name nothing, by element; an errorRef may stand for its code. */
  danglingRefs: ReadonlyMap<BpmnNode, Readonly<Record<string, string>>>;
  /** Prefixes that the file binds, by namespace. */
  prefixes: ReadonlyMap<string, readonly string[]>;
}

/** Reads a diagram. Undefined when it cannot be used at all; the findings then say why. */
export async function readDocument(xml: string, findings: Findings): Promise<Document | undefined> {
  const refusal = refusalOf(xml, '流程文件');
  if (refusal) {
    findings.error(refusal.rule, undefined, refusal.message);
    return undefined;
  }
  const moddle = new BpmnModdle({ onestop: onestopDescriptor });
  const written = readable(xml);
  const parsed = await parse(moddle, written, findings);
  return (
    parsed &&
    foreseen(findings, () => documentOf(parsed, renamedIds(xml), written, moddle, findings))
  );
}

async function parse(
  moddle: BpmnModdle,
  xml: string,
  findings: Findings,
): Promise<ParseResult | undefined> {
  try {
    return await moddle.fromXML(xml);
  } catch (error) {
    const cause = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    findings.error(
      'xml-invalid',
      undefined,
      `无法按 BPMN 2.0 读取此文件，请检查 XML 是否完整：${cause}`,
    );
    return undefined;
  }
}

function documentOf(
  parsed: ParseResult,
  renamed: ReadonlyMap<string, string>,
  written: string,
  moddle: BpmnModdle,
  findings: Findings,
): Document | undefined {
  takeBackIds(parsed, renamed);
  for (const reference of parsed.references) nameVariable(reference, parsed.elementsById, moddle);
  const dangling = repairReferences(parsed.references, parsed.elementsById, findings);
  for (const warning of parsed.warnings) reportWarning(warning, renamed, findings);
  if (hasErrors(findings.all)) return undefined;
  nameElements(parsed.rootElement, parsed.elementsById);
  const prefixes = meantPrefixes(parsed.rootElement, written);
  survey(parsed.rootElement, prefixes, findings);
  return {
    definitions: parsed.rootElement,
    elementsById: parsed.elementsById,
    danglingRefs: dangling,
    prefixes,
  };
}

/** Elements, and references to them, get the ids that the file has. */
function takeBackIds(
  { elementsById, references }: ParseResult,
  renamed: ReadonlyMap<string, string>,
): void {
  for (const [plain, id] of renamed) {
    const node = elementsById[plain];
    if (!node) continue;
    node.set('id', id);
    delete elementsById[plain];
    elementsById[id] = node;
  }
  for (const reference of references) {
    const name = localName(reference.id);
    const id = renamed.get(name);
    if (id !== undefined) reference.id = id;
  }
}

/** References whose loss changes what runs, with the types of elements that hold them. */
const essential: Record<string, readonly string[]> = {
  'bpmn:sourceRef': ['SequenceFlow', 'MessageFlow'],
  'bpmn:targetRef': ['SequenceFlow', 'MessageFlow'],
  'bpmn:attachedToRef': ['BoundaryEvent'],
  'bpmn:default': ['Activity', 'ExclusiveGateway', 'InclusiveGateway'],
  'bpmn:messageRef': ['MessageEventDefinition', 'ReceiveTask', 'SendTask'],
  'bpmn:flowNodeRef': ['Lane'],
  'bpmn:activityRef': ['CompensateEventDefinition'],
};

/**
 * References are QNames: a prefix that moddle did not resolve is taken off and tried again.
 * Those that still name nothing are errors where they matter for execution.
 */
function repairReferences(
  references: readonly Reference[],
  byId: Readonly<Record<string, BpmnNode>>,
  findings: Findings,
): Map<BpmnNode, Record<string, string>> {
  const dangling = new Map<BpmnNode, Record<string, string>>();
  for (const { element, property, id } of references) {
    if (Object.hasOwn(byId, id)) continue;
    const name = localName(id);
    const target = Object.hasOwn(byId, name) ? byId[name] : undefined;
    if (target) {
      attach(element, property, target);
      continue;
    }
    dangling.set(element, { ...dangling.get(element), [localName(property)]: name });
    if (essential[property]?.some((type) => is(element, type)))
      findings.error(
        'reference-unresolved',
        element.id ?? element.$parent?.id,
        `${localName(property)} 指向不存在的元素“${id}”，请改为图中已有元素的编号。`,
      );
  }
  return dangling;
}

/**
 * Activiti and Flowable let a loop's data be named as a variable, without any data that bears the
 * name; it then stands for data of this name.
 */
function nameVariable(
  { element, property, id }: Reference,
  byId: Readonly<Record<string, BpmnNode>>,
  moddle: BpmnModdle,
): void {
  if (
    !LOOP_DATA.includes(property) ||
    [id, localName(id)].some((name) => Object.hasOwn(byId, name))
  )
    return;
  element.set(property, moddle.create('bpmn:DataObject', { id, name: id }));
}

const LOOP_DATA: readonly string[] = ['bpmn:loopDataInputRef', 'bpmn:loopDataOutputRef'];

/** References to several elements are collections. */
function attach(element: BpmnNode, property: string, target: BpmnNode): void {
  const present = element.get(property);
  if (Array.isArray(present)) present.push(target);
  else element.set(property, target);
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
    /unknown type <(.*)>/,
    'unknown-element',
    (type) => `“${type}”不是 BPMN 2.0 的元素，请删除或更正。`,
  ],
  [
    /unknown attribute <(.*)>/,
    'unknown-attribute',
    (name) => `属性“${name}”不是 BPMN 2.0 或本平台的属性，请更正拼写，或放入自有的命名空间。`,
  ],
];

function reportWarning(
  { message, element }: ParseWarning,
  renamed: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  // The text is already decoded; repaired and dangling references are reported above.
  if (message.startsWith('unsupported document encoding')) return;
  if (message.startsWith('unresolved reference')) return;
  // An expression without xsi:type is read as a plain one, its language all the same.
  if (/unknown attribute <(language|evaluatesToTypeRef)>/.test(message)) return;
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

/** The prefixes of all namespaces but those of engines that the file is not meant for. */
function meantPrefixes(definitions: BpmnNode, xml: string): Map<string, readonly string[]> {
  const prefixes = new Map<string, readonly string[]>(boundPrefixes(xml));
  for (const namespace of meaningless(definitions, prefixes)) prefixes.delete(namespace);
  return prefixes;
}
