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
  if (compiling.globalTasks.has(calledElement)) {
    compiling.findings.error(
      'unsupported-element',
      place.id,
      `调用活动所调用的“${calledElement}”是全局任务，不能执行，请把任务直接画在流程里，或调用流程。`,
    );
    return undefined;
  }
  if (attributes.separate && !item) {
    compiling.findings.error(
      'separate-item-missing',
      place.id,
      '调用活动标为独立办件，但没有指明所办事项：独立办件按事项立案、计时。请补上 onestop:item（事项编码）。',
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
