/** Abstract and manual tasks: nothing to do for the engine, the token passes. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';

const passing =
  (type: 'task' | 'manualTask'): ElementCompiler =>
  (node, place, compiling) => ({
    type,
    ...readActivity(node, place, compiling.attributes(node), compiling),
  });

export const task = passing('task');
export const manualTask = passing('manualTask');
