/** What is thrown on the way. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const intermediateThrowEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, 'throw', compiling);
  if (definition === 'refused') return undefined;
  return { type: 'intermediateThrowEvent', ...place, ...(definition && { definition }) };
};
