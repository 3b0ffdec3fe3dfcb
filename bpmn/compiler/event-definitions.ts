/** What an event waits for or throws. One entry per kind; each position says which kinds it takes. */
import type { EventDefinition, MessageDefinition } from '../model/process.js';
import type { Compiling } from './context.js';
import { isExpression } from './expressions.js';
import { child, text, type BpmnNode } from './moddle.js';
import { readTimer } from './timers.js';
import { definitionsOf, refuseSymbol, symbolOf } from './unsupported.js';

type Kind = EventDefinition['type'];
type Reader = (
  definition: BpmnNode,
  event: BpmnNode,
  compiling: Compiling,
) => EventDefinition | undefined;

const kinds: Readonly<Record<string, Kind>> = {
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:ErrorEventDefinition': 'error',
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
  error(definition, event, compiling) {
    const { codeVariable, messageVariable } = compiling.attributes(definition);
    const code = errorCode(definition, compiling);
    return {
      type: 'error',
      ...(code && { code }),
      ...(codeVariable && { codeVariable }),
      ...(messageVariable && { messageVariable }),
    };
  },
  terminate: () => ({ type: 'terminate' }),
};

/**
 * The definition of an event, if it has one.
 * @returns undefined for a none event; `refused` when a finding says that it cannot be carried out
 */
export function readDefinition(
  event: BpmnNode,
  allowed: readonly Kind[],
  compiling: Compiling,
): EventDefinition | 'refused' | undefined {
  const definition = definitionsOf(event)[0];
  if (!definition) return undefined;
  const kind = kinds[definition.$type];
  if (!kind || !allowed.includes(kind)) {
    refuseSymbol(compiling.findings, event.id ?? '', symbolOf(definition));
    return 'refused';
  }
  return readers[kind](definition, event, compiling) ?? 'refused';
}

/**
 * The message that an event or task names. One who only sends may name none: the message then
 * carries the sender's own name.
 */
export function readMessage(
  holder: BpmnNode,
  element: BpmnNode,
  compiling: Compiling,
): MessageDefinition | undefined {
  const id = element.id ?? '';
  const message = child(holder, 'messageRef');
  const name = message ? (text(message, 'name') ?? message.id) : senderName(element);
  if (name === undefined) {
    compiling.findings.error('message-missing', id, '没有指明等待哪个消息，请为它选择一个消息。');
    return undefined;
  }
  const value = isExpression(name) ? compiling.expressions.text(name, id) : { value: name };
  const keyText = message && compiling.attributes(message).key;
  const key = keyText === undefined ? undefined : compiling.expressions.text(keyText, id);
  return value && { name: value, ...(key && { key }) };
}

const sends: readonly string[] = ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent', 'bpmn:SendTask'];

const senderName = (element: BpmnNode): string | undefined =>
  sends.includes(element.$type) ? (text(element, 'name') ?? element.id) : undefined;

/** Thrower and catcher that share an `<error>` without a code meet by its id. */
function errorCode(definition: BpmnNode, compiling: Compiling): string | undefined {
  const error = child(definition, 'errorRef');
  return error
    ? (text(error, 'errorCode') ?? error.id)
    : compiling.dangling(definition, 'errorRef');
}
