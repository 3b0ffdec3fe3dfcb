/** What all activities have in common: default flow, mappings, multi-instance. */
import type { Expression, Mapping, MultiInstance, StandardLoop } from '../model/process.js';
import type { Attributes, Refusal } from './attributes.js';
import type { Compiling, Place } from './context.js';
import { isExpression } from './expressions.js';
import { readMappings } from './mappings.js';
import { child, children, flag, type BpmnNode } from './moddle.js';
import { readStandardLoop } from './standard-loop.js';

export interface ActivityParts extends Place {
  multiInstance?: MultiInstance;
  loop?: StandardLoop;
  isForCompensation?: true;
  default?: string;
  boundary: string[];
  inputs: Mapping[];
  outputs: Mapping[];
  localResults?: true;
}

/** Reads the common parts; what a dialect asks for beyond the engine's means is an error. */
export function readActivity(
  node: BpmnNode,
  place: Place,
  attributes: Attributes,
  compiling: Compiling,
): ActivityParts {
  for (const refusal of attributes.unsupported ?? []) refuseAttribute(refusal, place.id, compiling);
  refuseQuantities(node, place.id, compiling);
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
    ...(attributes.localResults === true && { localResults: true as const }),
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
  refuseBehaviour(loop, element, compiling);
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

/** Each token begins an activity, and each that ends sends on one. */
function refuseQuantities(node: BpmnNode, element: string, compiling: Compiling): void {
  for (const attribute of ['startQuantity', 'completionQuantity']) {
    const quantity = node.get(attribute);
    const advice = '只能是 1；要等几个令牌请用并行网关汇合，要发出几个请画几条流出的顺序流';
    if (typeof quantity === 'number' && quantity !== 1)
      refuseAttribute({ attribute, text: String(quantity), advice }, element, compiling);
  }
}

/** Events that a loop would throw of its own as instances complete are not carried out. */
function refuseBehaviour(loop: BpmnNode, element: string, compiling: Compiling): void {
  const throws =
    child(loop, 'noneBehaviorEventRef') ??
    child(loop, 'oneBehaviorEventRef') ??
    children(loop, 'complexBehaviorDefinition')[0];
  if (!throws) return;
  const advice = '请在活动内或活动之后用抛出事件画出每次完成时要发出的事件';
  refuseAttribute(
    { attribute: 'behavior', text: String(loop.get('behavior')), advice },
    element,
    compiling,
  );
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
