/** A task that waits for a message. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { readMessage } from '../event-definitions.js';
import { flag } from '../moddle.js';

export const receiveTask: ElementCompiler = (node, place, compiling) => {
  const message = readMessage(node, node, compiling);
  return (
    message && {
      type: 'receiveTask',
      ...readActivity(node, place, compiling.attributes(node), compiling),
      message,
      ...(flag(node, 'instantiate') && { instantiate: true }),
    }
  );
};
