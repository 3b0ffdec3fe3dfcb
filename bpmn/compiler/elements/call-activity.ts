/** A call activity: another process as a scope of this case, or, marked separate, as a case of its own. */
import { readActivity, readContext } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { isExpression } from '../expressions.js';

export const callActivity: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  const { calledElement, input, output, item } = attributes;
  if (!calledElement || isExpression(calledElement)) {
    compiling.findings.error(
      'called-missing',
      place.id,
      '调用活动没有写明被调用流程的编号（须为固定编号），请补上 calledElement。',
    );
    return undefined;
  }
  const parts = readActivity(node, place, attributes, compiling);
  return {
    type: 'callActivity',
    ...parts,
    ...(input && { inputs: readContext(input, place.id, compiling) }),
    ...(output && { outputs: readContext(output, place.id, compiling) }),
    calledElement,
    separate: attributes.separate ?? false,
    ...(item && { item }),
  };
};
