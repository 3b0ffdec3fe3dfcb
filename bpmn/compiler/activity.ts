/** What all activities have in common: default flow, mappings, multi-instance. */
import type { Expression, Mapping, MultiInstance, StandardLoop } from '../model/process.js';
import type { Attributes, Refusal } from './attributes.js';
import type { Compiling, Place } from './context.js';
import { isExpression } from './expressions.js';
import { readMappings } from './mappings.js';
import { child, flag, type BpmnNode } from './moddle.js';
import { readStandardLoop } from './standard-loop.js';

export interface ActivityParts extends Place {
  multiInstance?: MultiInstance;
  loop?: StandardLoop;
  isForCompensation?: true;
  default?: string;
  boundary: string[];
  inputs: Mapping[];
  outputs: Mapping[];
}

/** Reads the common parts; what a dialect asks for beyond the engine's means is an error. */
export function readActivity(
  node: BpmnNode,
  place: Place,
  attributes: Attributes,
  compiling: Compiling,
): ActivityParts {
  for (const refusal of attributes.unsupported ?? []) refuseAttribute(refusal, place.id, compiling);
  const multiInstance = readMultiInstance(node, place.id, compiling);
  const loop = readStandardLoop(node, place.id, compiling);
  const defaultFlow = child(node, 'default')?.id;
  return {
    ...place,
    ...(multiInstance && { multiInstance }),
    ...(loop && { loop }),
    ...(flag(node, 'isForCompensation') && { isForCompensation: true as const }),
    ...(defaultFlow && { default: defaultFlow }),
    boundary: [],
    inputs: readMappings(attributes.inputs, place.id, compiling),
    outputs: readMappings(attributes.outputs, place.id, compiling),
  };
}

function refuseAttribute(refusal: Refusal, element: string, { findings }: Compiling): void {
  const { attribute, text, advice } = refusal;
  findings.error(
    'unsupported-attribute',
    element,
    `${attribute}${text === undefined ? '' : `“${text}”`}不能执行：${advice}。`,
    refusal,
  );
}

function readMultiInstance(
  node: BpmnNode,
  element: string,
  compiling: Compiling,
): MultiInstance | undefined {
  const loop = child(node, 'loopCharacteristics');
  if (!loop || loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined;
  const attributes = compiling.attributes(loop);
  for (const refusal of attributes.unsupported ?? []) refuseAttribute(refusal, element, compiling);
  const cardinality = readCardinality(child(loop, 'loopCardinality'), element, compiling);
  const collection = variableOrExpression(attributes.collection, element, compiling);
  const outputElement = variableOrExpression(attributes.outputElement, element, compiling);
  const completionCondition = compiling.expressions.node(
    child(loop, 'completionCondition'),
    element,
  );
  if (!cardinality && !collection)
    compiling.findings.error(
      'multi-instance-empty',
      element,
      '多实例没有写明次数（loopCardinality）或集合（collection），请补上一项。',
    );
  return {
    sequential: flag(loop, 'isSequential'),
    ...(cardinality && { cardinality }),
    ...(collection && { collection }),
    ...(attributes.elementVariable && { element: attributes.elementVariable }),
    ...(attributes.outputCollection && { outputCollection: attributes.outputCollection }),
    ...(outputElement && { outputElement }),
    ...(completionCondition && { completionCondition }),
    ...(attributes.firstCounter && { firstCounter: attributes.firstCounter }),
  };
}

/** A bare whole number is a number in any language. */
function readCardinality(
  node: BpmnNode | undefined,
  element: string,
  compiling: Compiling,
): Expression | undefined {
  const body = node?.get('body');
  if (typeof body === 'string' && /^\s*\d+\s*$/.test(body)) return { feel: body.trim() };
  return compiling.expressions.node(node, element);
}

/** Collections are written as an expression or, without `=`, as a variable's name. */
function variableOrExpression(
  source: string | undefined,
  element: string,
  compiling: Compiling,
): Expression | undefined {
  if (source === undefined) return undefined;
  return isExpression(source)
    ? compiling.expressions.text(source, element)
    : compiling.expressions.feel(source, element);
}
