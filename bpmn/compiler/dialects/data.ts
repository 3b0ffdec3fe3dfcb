/**
 * The standard's data: data objects are variables that bear their names, and the associations of
 * an activity copy them in before it begins and out when it completes.
 */
import { parseExpression, variablesOf } from '../../feel/index.js';
import type { Attributes, MappingText } from '../attributes.js';
import { child, children, is, text, type BpmnNode } from '../moddle.js';

/** A name that can be a variable everywhere; else the id. */
export function identifierOf(node: BpmnNode | undefined): string | undefined {
  const name = node && text(node, 'name');
  return name && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : node?.id;
}

/** Inputs and outputs of an activity or event that says what becomes of its data. */
export function dataMappings(activity: BpmnNode): Attributes {
  const repeated = child(activity, 'loopCharacteristics');
  const ofLoop = ['loopDataInputRef', 'loopDataOutputRef'].map(
    (name) => repeated && child(repeated, name),
  );
  const inputs = children(activity, 'dataInputAssociations')
    .filter((one) => !ofLoop.includes(child(one, 'targetRef')))
    .filter(alone)
    .flatMap(copiedIn);
  const outputs = children(activity, 'dataOutputAssociations')
    .filter((one) => !children(one, 'sourceRef').some((source) => ofLoop.includes(source)))
    .flatMap(copiedOut);
  return {
    ...(inputs.length > 0 && { inputs }),
    ...(outputs.length > 0 && { outputs }),
  };
}

/** A data input that takes several data objects has no one value. */
const alone = (one: BpmnNode, _index: number, all: readonly BpmnNode[]): boolean =>
  all.filter((other) => child(other, 'targetRef') === child(one, 'targetRef')).length === 1;

function copiedIn(association: BpmnNode): MappingText[] {
  const target = variableOf(child(association, 'targetRef'));
  const source = sourceOf(association, target);
  return target && source ? [{ target, ...source }] : [];
}

/** An output is only written when its source exists: else the target keeps what it has. */
function copiedOut(association: BpmnNode): MappingText[] {
  const target = variableOf(child(association, 'targetRef'));
  const source = sourceOf(association, target);
  if (!target || !source) return [];
  const feel = source.source.startsWith('=') && source.language === undefined;
  const value = source.source.slice(1);
  return feel && value !== target
    ? [{ target, source: `=if ${value} = null then ${target} else ${value}` }]
    : [{ target, ...source }];
}

type Source = Pick<MappingText, 'source' | 'language'>;

/** What an association copies: an assignment, a transformation, or the source as it is. */
export function sourceOf(association: BpmnNode, target?: string): Source | undefined {
  const [assignment] = children(association, 'assignment');
  const expression =
    (assignment && child(assignment, 'from')) ?? child(association, 'transformation');
  const body = expression && text(expression, 'body');
  if (expression && body !== undefined) return written(body, expression);
  const [source, ...others] = children(association, 'sourceRef');
  const variable = others.length === 0 ? variableOf(source) : undefined;
  return variable === undefined || variable === target ? undefined : { source: `=${variable}` };
}

/** DMN wraps a literal expression in its own element. */
function written(body: string, expression: BpmnNode): Source {
  const literal = literalIn(body);
  if (literal !== undefined) return { source: `=${decoded(literal).trim()}` };
  const language: unknown = expression.$attrs['language'] ?? expression['language'];
  return body.startsWith('=') || typeof language !== 'string'
    ? { source: body }
    : { source: body, language };
}

/** What stands between the first `<text>`, whatever its prefix, and the next end of one. */
function literalIn(body: string): string | undefined {
  const open = /<(?:\w{1,60}:)?text(?:\s[^<>]{0,1000})?>/.exec(body);
  if (!open) return undefined;
  const rest = body.slice(open.index + open[0].length);
  const close = /<\/(?:\w{1,60}:)?text\s{0,60}>/.exec(rest);
  return close ? rest.slice(0, close.index) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const decoded = (xml: string): string =>
  xml.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** The variable that data stands for; undefined for a data store, whose content is not here. */
export function variableOf(data: BpmnNode | undefined): string | undefined {
  if (!data || is(data, 'DataStoreReference')) return undefined;
  const object = child(data, 'dataObjectRef');
  const names = [object && text(object, 'name'), text(data, 'name'), object?.id, data.id];
  return names.find(isVariable);
}

/** FEEL's names may hold spaces, but neither operators nor words of its own. */
const isVariable = (name: string | undefined): name is string =>
  name !== undefined && variablesOf(name).join() === name && parseExpression(name) === undefined;
