/** Events that a token waits at, and where the token of a link throw goes on. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';
import { readReceiving } from '../mappings.js';

export const intermediateCatchEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, 'catch', compiling);
  if (definition === 'refused') return undefined;
  if (!definition) {
    compiling.findings.error(
      'event-incomplete',
      place.id,
      '捕获事件没有写明等待什么，请为它选择消息、定时、信号、条件或链接。',
    );
    return undefined;
  }
  const receiving = readReceiving(compiling.attributes(node), place.id, compiling);
  return { type: 'intermediateCatchEvent', ...place, definition, ...receiving };
};
