/** Service, send and business-rule tasks: an adapter's work; without one the token passes. */
import { readActivity } from '../activity.js';
import { readLevel, type ElementCompiler } from '../context.js';
import { readMessage } from '../event-definitions.js';
import { child, is } from '../moddle.js';

export const serviceTask: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  const level = readLevel(attributes.level, place.id, compiling.findings);
  const input =
    attributes.input === undefined
      ? undefined
      : compiling.expressions.text(attributes.input, place.id);
  const message =
    is(node, 'SendTask') && !attributes.adapter && child(node, 'messageRef')
      ? readMessage(node, node, compiling)
      : undefined;
  return {
    type: 'serviceTask',
    ...readActivity(node, place, attributes, compiling),
    ...(attributes.adapter && { adapter: attributes.adapter }),
    // A send task that names a message, and no other adapter, hands it to the message adapter.
    ...(message && { adapter: 'message' }),
    ...(level && { level }),
    ...(input ? { input } : message && { input: messageInput(message.name) }),
  };
};

const messageInput = (name: { value: string } | { feel: string }) => ({
  feel: `{name: ${'feel' in name ? name.feel : JSON.stringify(name.value)}}`,
});
