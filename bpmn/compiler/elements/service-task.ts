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
  const sends = is(node, 'SendTask') && !attributes.adapter;
  const message =
    sends && (child(node, 'messageRef') || compiling.flows.nameOf(place.id))
      ? readMessage(node, node, compiling)
      : undefined;
  return {
    type: 'serviceTask',
    ...readActivity(node, place, attributes, compiling),
    ...(attributes.adapter && { adapter: attributes.adapter }),
    ...(level && { level }),
    ...(input && { input }),
    ...(message && { message }),
  };
};
