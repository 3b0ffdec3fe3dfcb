/** The end of a token, with what it throws. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const endEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, 'end', compiling);
  if (definition === 'refused') return undefined;
  return { type: 'endEvent', ...place, ...(definition && { definition }) };
};
