/** What an event waits for or throws. One entry per kind; each position says which kinds it takes. */
import type { EventDefinition, MessageDefinition, SingleDefinition } from '../model/process.js';
import type { Compiling } from './context.js';
import { isExpression } from './expressions.js';
import { readMappings } from './mappings.js';
import { child, flag, text, type BpmnNode } from './moddle.js';
import { readTimer } from './timers.js';
import { definitionsOf, refuseSymbol, symbolOf } from './unsupported.js';

export type Kind = SingleDefinition['type'];
type Reader = (
  definition: BpmnNode,
  event: BpmnNode,
  compiling: Compiling,
) => SingleDefinition | undefined;

const kinds: Readonly<Record<string, Kind>> = {
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:LinkEventDefinition': 'link',
  'bpmn:CompensateEventDefinition': 'compensate',
  'bpmn:CancelEventDefinition': 'cancel',
  'bpmn:TerminateEventDefinition': 'terminate',
};

const readers: Readonly<Record<Kind, Reader>> = {
  timer(definition, event, { expressions, findings }) {
    const timer = readTimer(definition, event.id ?? '', expressions, findings);
    return timer && { type: 'timer', timer };
  },
  message(definition, event, compiling) {
    const message = readMessage(definition, event, compiling);
    return message && { type: 'message', message };
  },
  signal(definition, event, { expressions, findings }) {
    const id = event.id ?? '';
    const signal = child(definition, 'signalRef');
    const name = signal && (text(signal, 'name') ?? signal.id);
    if (name === undefined) {
      findings.error('signal-missing', id, '没有指明是哪个信号，请为它选择一个信号。');
      return undefined;
    }
    const value = isExpression(name) ? expressions.text(name, id) : { value: name };
    return value && { type: 'signal', name: value };
  },
  conditional(definition, event, { expressions, findings }) {
    const id = event.id ?? '';
    const node = child(definition, 'condition');
    if (!node || text(node, 'body') === undefined) {
      findings.error('condition-missing', id, '条件事件没有写明条件，请补上 FEEL 条件。');
      return undefined;
    }
    const condition = expressions.node(node, id);
    return condition && { type: 'conditional', condition };
  },
  escalation(definition, _event, compiling) {
    const { codeVariable } = compiling.attributes(definition);
    const code = codeOf(definition, 'escalationRef', 'escalationCode', compiling);
    return { type: 'escalation', ...(code && { code }), ...(codeVariable && { codeVariable }) };
  },
  // where the token of a throw goes on is found once all elements of the scope are known
  link: () => ({ type: 'link' }),
  compensate(definition) {
    const activity = child(definition, 'activityRef')?.id;
    const wait = definition.get('waitForCompletion') !== false;
    return { type: 'compensate', ...(activity && { activity }), wait };
  },
  cancel: () => ({ type: 'cancel' }),
  error(definition, _event, compiling) {
    const { codeVariable, messageVariable } = compiling.attributes(definition);
    const code = codeOf(definition, 'errorRef', 'errorCode', compiling);
    return {
      type: 'error',
      ...(code && { code }),
      ...(codeVariable && { codeVariable }),
      ...(messageVariable && { messageVariable }),
    };
  },
  terminate: () => ({ type: 'terminate' }),
};

/** The same in every position. */
const PASSIVE: readonly Kind[] = ['timer', 'message', 'signal', 'conditional'];

/** Which kinds each position of an event takes (BPMN 2.0.2, table 10.93). */
export const POSITIONS = {
  start: PASSIVE,
  handlerStart: [...PASSIVE, 'error', 'escalation', 'compensate'],
  catch: [...PASSIVE, 'link'],
  boundary: [...PASSIVE, 'error', 'escalation', 'compensate', 'cancel'],
  throw: ['message', 'signal', 'escalation', 'link', 'compensate'],
  end: ['message', 'signal', 'escalation', 'compensate', 'error', 'cancel', 'terminate'],
} as const satisfies Record<string, readonly Kind[]>;

/** What takes the token with it: thrown after everything else of a multiple event. */
const LAST: readonly Kind[] = ['compensate', 'link', 'error', 'cancel', 'terminate'];
/** What has no place beside others: an end may well tell others and then cancel or terminate. */
const ALONE: Readonly<Record<string, readonly Kind[]>> = {
  catch: ['link'],
  throw: ['link'],
  boundary: ['cancel'],
};

/**
 * The definition of an event, if it has one; several become one of type `multiple`.
 * @returns undefined for a none event; `refused` when a finding says that it cannot be carried out
 */
export function readDefinition(
  event: BpmnNode,
  position: keyof typeof POSITIONS,
  compiling: Compiling,
): EventDefinition | 'refused' | undefined {
  const nodes = definitionsOf(event);
  const parts: SingleDefinition[] = [];
  for (const node of nodes) {
    const single = readOne(node, event, position, nodes.length > 1, compiling);
    if (!single) return 'refused';
    parts.push(single);
  }
  if (parts.length < 2) return parts[0];
  if (position === 'throw' || position === 'end')
    parts.sort((a, b) => LAST.indexOf(a.type) - LAST.indexOf(b.type));
  return { type: 'multiple', parallel: flag(event, 'parallelMultiple'), parts };
}

function readOne(
  node: BpmnNode,
  event: BpmnNode,
  position: keyof typeof POSITIONS,
  several: boolean,
  compiling: Compiling,
): SingleDefinition | undefined {
  const kind = kinds[node.$type];
  const allowed: readonly Kind[] = POSITIONS[position];
  if (!kind || !allowed.includes(kind) || (several && ALONE[position]?.includes(kind)))
    return refuseSymbol(compiling.findings, event.id ?? '', symbolOf(node));
  return readers[kind](node, event, compiling);
}

/**
 * The message that an event or task names. One who only sends may name none: the message then
 * carries the sender's own name.
 * @param unnamed name of the message where a receiver names none
 */
export function readMessage(
  holder: BpmnNode,
  element: BpmnNode,
  compiling: Compiling,
  unnamed?: string,
): MessageDefinition | undefined {
  const id = element.id ?? '';
  const message = child(holder, 'messageRef') ?? compiling.flows.messageOf(id);
  const name = message
    ? (text(message, 'name') ?? message.id)
    : (compiling.flows.nameOf(id) ?? senderName(element) ?? unnamed);
  if (name === undefined) {
    compiling.findings.error('message-missing', id, '没有指明等待哪个消息，请为它选择一个消息。');
    return undefined;
  }
  const value = isExpression(name) ? compiling.expressions.text(name, id) : { value: name };
  const key = message && keyOf(message, element, compiling);
  const variables = sends.includes(element.$type)
    ? readMappings(compiling.attributes(element).inputs, id, compiling)
    : [];
  return value && { name: value, ...key, ...(variables.length > 0 && { variables }) };
}

type Key = Pick<MessageDefinition, 'key' | 'keyIsOne' | 'keyIfKnown'>;

function keyOf(message: BpmnNode, element: BpmnNode, compiling: Compiling): Key {
  const said = compiling.attributes(message).key;
  if (said !== undefined) {
    const key = compiling.expressions.text(said, element.id ?? '');
    return key ? { key, keyIsOne: true } : {};
  }
  const found = compiling.correlations.keyOf(message, element, compiling);
  return found ? { key: found.key, ...(found.ifKnown && { keyIfKnown: true as const }) } : {};
}

const sends: readonly string[] = ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent', 'bpmn:SendTask'];

const senderName = (element: BpmnNode): string | undefined =>
  sends.includes(element.$type) ? ownName(element) : undefined;

/** What an element without a message goes by among messages. */
export const ownName = (element: BpmnNode): string | undefined =>
  text(element, 'name') ?? element.id;

/** Thrower and catcher that share an `<error>` or `<escalation>` without a code meet by its id. */
function codeOf(
  definition: BpmnNode,
  reference: string,
  code: string,
  compiling: Compiling,
): string | undefined {
  const meant = child(definition, reference);
  return meant ? (text(meant, code) ?? meant.id) : compiling.dangling(definition, reference);
}
