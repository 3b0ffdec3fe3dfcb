/** Symbols of BPMN that this engine does not carry out, by the name people know them by. */
import type { Findings } from './findings.js';
import { children, flag, is, type BpmnNode } from './moddle.js';

const elements: Readonly<Record<string, string>> = {
  'bpmn:EventBasedGateway': '事件网关',
  'bpmn:ComplexGateway': '复杂网关',
  'bpmn:Transaction': '事务子流程',
  'bpmn:AdHocSubProcess': '特别子流程（ad-hoc）',
  'bpmn:ChoreographyTask': '编排任务',
  'bpmn:SubChoreography': '子编排',
  'bpmn:CallChoreography': '调用编排',
  'bpmn:ImplicitThrowEvent': '隐式抛出事件',
};

const definitions: Readonly<Record<string, string>> = {
  'bpmn:SignalEventDefinition': '信号事件',
  'bpmn:EscalationEventDefinition': '升级事件',
  'bpmn:CompensateEventDefinition': '补偿事件',
  'bpmn:ConditionalEventDefinition': '条件事件',
  'bpmn:LinkEventDefinition': '链接事件',
  'bpmn:CancelEventDefinition': '取消事件',
  'bpmn:TimerEventDefinition': '定时事件',
  'bpmn:MessageEventDefinition': '消息事件',
  'bpmn:ErrorEventDefinition': '错误事件',
  'bpmn:TerminateEventDefinition': '终止事件',
};

/** Reports a symbol that is not carried out. */
export function refuseSymbol(findings: Findings, element: string, symbol: string): undefined {
  findings.error(
    'unsupported-element',
    element,
    `“${symbol}”（${element}）暂不能执行，请改用已支持的元素。`,
  );
  return undefined;
}

/** The name of a type of flow element; the type itself where it has none. */
export const symbolOf = (node: BpmnNode): string =>
  elements[node.$type] ?? definitions[node.$type] ?? node.$type.replace(/^bpmn:/, '');

/** Definitions of an event, its own and those it refers to. */
export const definitionsOf = (event: BpmnNode): BpmnNode[] => [
  ...children(event, 'eventDefinitions'),
  ...children(event, 'eventDefinitionRef'),
];

/** The symbol that keeps a flow node from being carried out, whatever its type; undefined = none. */
export function refusedMarker(node: BpmnNode): string | undefined {
  if (flag(node, 'triggeredByEvent')) return '事件子流程';
  if (flag(node, 'isForCompensation')) return '补偿活动';
  if (flag(node, 'instantiate')) return '启动流程的接收任务';
  if (flag(node, 'parallelMultiple')) return '并行多重事件';
  if (is(node, 'Event') && definitionsOf(node).length > 1) return '多重事件';
  const loop = node.get('loopCharacteristics') as BpmnNode | undefined;
  return loop && is(loop, 'StandardLoopCharacteristics') ? '标准循环' : undefined;
}
