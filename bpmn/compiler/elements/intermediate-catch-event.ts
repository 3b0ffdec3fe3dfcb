/** Timer and message events that a token waits at. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const intermediateCatchEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, ['timer', 'message'], compiling);
  if (definition === 'refused') return undefined;
  if (!definition) {
    compiling.findings.error(
      'event-incomplete',
      place.id,
      '捕获事件没有写明等待什么（定时或消息），请补上。',
    );
    return undefined;
  }
  return { type: 'intermediateCatchEvent', ...place, definition };
};
