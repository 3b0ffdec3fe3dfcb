/** A task that waits for a message. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { ownName, readMessage } from '../event-definitions.js';
import { child, flag, type BpmnNode } from '../moddle.js';
import type { Compiling } from '../context.js';

export const receiveTask: ElementCompiler = (node, place, compiling) => {
  const message = readMessage(node, node, compiling, waitedFor(node, compiling));
  return (
    message && {
      type: 'receiveTask',
      ...readActivity(node, place, compiling.attributes(node), compiling),
      message,
      ...(flag(node, 'instantiate') && { instantiate: true }),
    }
  );
};

/**
 * The standard lets a receive task name no message, and elsewhere it then waits to be told by its
 * id. Here it waits for a message of its own name; one that begins a process must name its message.
 */
function waitedFor(node: BpmnNode, { findings, flows }: Compiling): string | undefined {
  const named = child(node, 'messageRef') ?? flows.nameOf(node.id ?? '');
  if (named !== undefined || flag(node, 'instantiate')) return undefined;
  const name = ownName(node);
  findings.warning(
    'message-unnamed',
    node.id,
    `没有指明等待哪个消息，将等待与任务同名的消息“${name}”；如不是此意，请为它选择一个消息。`,
  );
  return name;
}
