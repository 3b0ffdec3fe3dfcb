/** The sequence flows of a scope. Their order is that of the XML; gateways try them in it. */
import type { SequenceFlow } from '../model/process.js';
import type { Compiling } from './context.js';
import { child, children, is, text, type BpmnNode } from './moddle.js';

/** Reads the flows of a container. Flows without an id (many tools leave it out) get one. */
export function readFlows(container: BpmnNode, compiling: Compiling): SequenceFlow[] {
  const flows: SequenceFlow[] = [];
  for (const [index, node] of children(container, 'flowElements').entries()) {
    if (!is(node, 'SequenceFlow')) continue;
    const id = node.id ?? `flow-${container.id ?? ''}-${index}`;
    const source = child(node, 'sourceRef');
    const target = child(node, 'targetRef');
    if (!source?.id || !target?.id || !joins(container, source, target)) {
      compiling.findings.error(
        'flow-misplaced',
        id,
        '顺序流的两端须是同一层流程内的节点，且不进入开始事件、边界事件，不离开结束事件，请重新连线。',
      );
      continue;
    }
    const name = text(node, 'name');
    const condition = isConditional(node, source)
      ? compiling.expressions.node(child(node, 'conditionExpression'), id)
      : undefined;
    flows.push({
      id,
      ...(name && { name }),
      source: source.id,
      target: target.id,
      ...(condition && { condition }),
    });
  }
  return flows;
}

const joins = (container: BpmnNode, source: BpmnNode, target: BpmnNode): boolean =>
  source.$parent === container &&
  target.$parent === container &&
  is(source, 'FlowNode') &&
  is(target, 'FlowNode') &&
  !is(source, 'EndEvent') &&
  !is(target, 'StartEvent') &&
  !is(target, 'BoundaryEvent');

/** The standard gives no meaning to a condition on a default flow or after a parallel gateway. */
const isConditional = (flow: BpmnNode, source: BpmnNode): boolean =>
  child(source, 'default') !== flow && !is(source, 'ParallelGateway');
