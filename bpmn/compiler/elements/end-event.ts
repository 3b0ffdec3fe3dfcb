/** None, message, error and terminate ends. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const endEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, ['message', 'error', 'terminate'], compiling);
  if (definition === 'refused') return undefined;
  return { type: 'endEvent', ...place, ...(definition && { definition }) };
};
