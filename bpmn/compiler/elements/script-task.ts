/** A script task evaluates FEEL; without a script the token passes. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { text } from '../moddle.js';
import { serviceTask } from './service-task.js';

export const scriptTask: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  if (attributes.adapter) return serviceTask(node, place, compiling);
  const parts = readActivity(node, place, attributes, compiling);
  if (!attributes.script) return { type: 'task', ...parts };
  const script = compiling.expressions.text(
    attributes.script,
    place.id,
    text(node, 'scriptFormat'),
  );
  return (
    script && {
      type: 'scriptTask',
      ...parts,
      script,
      ...(attributes.resultVariable && { resultVariable: attributes.resultVariable }),
    }
  );
};
