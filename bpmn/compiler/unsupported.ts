/** Symbols of BPMN that this engine does not carry out, by the name people know them by. */
import type { Findings } from './findings.js';
import { children, type BpmnNode } from './moddle.js';

const elements: Readonly<Record<string, string>> = {
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
    `“${symbol}”（${element}）在这里不能执行，请改用这个位置可用的元素。`,
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
