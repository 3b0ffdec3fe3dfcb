/** Where a process or sub-process starts. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';
import { readReceiving } from '../mappings.js';
import { flag } from '../moddle.js';

export const startEvent: ElementCompiler = (node, place, compiling) => {
  const inHandler = node.$parent !== undefined && flag(node.$parent, 'triggeredByEvent');
  const definition = readDefinition(node, inHandler ? 'handlerStart' : 'start', compiling);
  if (definition === 'refused') return undefined;
  const { outputs } = readReceiving(compiling.attributes(node), place.id, compiling);
  return {
    type: 'startEvent',
    ...place,
    ...(definition && { definition }),
    ...(outputs && { outputs }),
  };
};
