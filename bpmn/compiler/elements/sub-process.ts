/** An embedded sub-process: a scope of its own inside its parent's. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';

export const subProcess: ElementCompiler = (node, place, compiling) => ({
  type: 'subProcess',
  ...readActivity(node, place, compiling.attributes(node), compiling),
  body: compiling.scope(node),
});
