/** None, message and timer starts. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';

export const startEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, ['timer', 'message'], compiling);
  if (definition === 'refused') return undefined;
  return { type: 'startEvent', ...place, ...(definition && { definition }) };
};
