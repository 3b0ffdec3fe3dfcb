/** A call activity: another process as a scope of this case, or, marked separate, as a case of its own. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { isExpression } from '../expressions.js';

export const callActivity: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  const { calledElement, input, item, passAll, returnAll } = attributes;
  if (!calledElement || isExpression(calledElement)) {
    compiling.findings.error(
      'called-missing',
      place.id,
      '调用活动没有写明被调用流程的编号（须为固定编号），请补上 calledElement。',
    );
    return undefined;
  }
  const inputContext =
    input === undefined ? undefined : compiling.expressions.text(input, place.id);
  return {
    type: 'callActivity',
    ...readActivity(node, place, attributes, compiling),
    calledElement,
    separate: attributes.separate ?? false,
    ...(item && { item }),
    ...(inputContext && { input: inputContext }),
    ...(passAll !== undefined && { passAll }),
    ...(returnAll !== undefined && { returnAll }),
  };
};
