/** None and message throws. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const intermediateThrowEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, ['message'], compiling);
  if (definition === 'refused') return undefined;
  return { type: 'intermediateThrowEvent', ...place, ...(definition && { definition }) };
};
