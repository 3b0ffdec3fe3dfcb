/** Embedded and event sub-processes and transactions: a scope of their own inside their parent's. */
import type { EventSubProcess } from '../../model/process.js';
import { readActivity } from '../activity.js';
import type { Compiling, ElementCompiler, Place } from '../context.js';
import { children, flag, is, type BpmnNode } from '../moddle.js';

export const subProcess: ElementCompiler = (node, place, compiling) =>
  flag(node, 'triggeredByEvent')
    ? eventSubProcess(node, place, compiling)
    : {
        type: 'subProcess',
        ...readActivity(node, place, compiling.attributes(node), compiling),
        body: compiling.scope(node),
      };

export const transaction: ElementCompiler = (node, place, compiling) => ({
  type: 'subProcess',
  ...readActivity(node, place, compiling.attributes(node), compiling),
  body: compiling.scope(node),
  transaction: true,
});

function eventSubProcess(
  node: BpmnNode,
  place: Place,
  compiling: Compiling,
): EventSubProcess | undefined {
  const body = compiling.scope(node);
  const starts = children(node, 'flowElements').filter((inner) => is(inner, 'StartEvent'));
  const [start] = starts;
  const compiled = body.elements[start?.id ?? ''];
  // why a start event could not be read has been said
  if (start && !compiled) return undefined;
  const definition = compiled?.type === 'startEvent' ? compiled.definition : undefined;
  const problem = problemOf(node, place, starts.length === 1 ? definition?.type : undefined);
  if (problem || !start?.id || !definition) {
    compiling.findings.error('event-sub-process', place.id, problem ?? ONE_START);
    return undefined;
  }
  const interrupting = start.get('isInterrupting') !== false;
  if (definition.type === 'error' && !interrupting)
    compiling.findings.error(
      'event-sub-process',
      place.id,
      '由错误开始的事件子流程必然中断，请去掉“不中断”设置。',
    );
  return { type: 'eventSubProcess', ...place, body, start: start.id, interrupting, definition };
}

const ONE_START = '事件子流程须有且只有一个写明等待什么的开始事件，请更正。';

function problemOf(node: BpmnNode, place: Place, kind: string | undefined): string | undefined {
  if (kind === undefined) return ONE_START;
  if (place.incoming.length + place.outgoing.length > 0) return '事件子流程不能连线，请删除连线。';
  if (node.get('loopCharacteristics')) return '事件子流程不能循环或多实例，请去掉。';
  if (kind === 'compensate' && node.$parent && is(node.$parent, 'Process'))
    return '补偿事件子流程放在流程最外层永远不会开始，请放进要撤销的子流程里。';
  return undefined;
}
