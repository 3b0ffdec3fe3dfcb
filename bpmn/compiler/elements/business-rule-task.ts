/** A business-rule task takes a decision; without one, it is an adapter's work. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { isExpression } from '../expressions.js';
import { serviceTask } from './service-task.js';

export const businessRuleTask: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  const { decision, adapter, resultVariable } = attributes;
  if (decision === undefined || adapter) return serviceTask(node, place, compiling);
  if (isExpression(decision)) {
    compiling.findings.error(
      'decision-missing',
      place.id,
      '决策编号须是固定的编号，不能是表达式，请改写。',
    );
    return undefined;
  }
  return {
    type: 'businessRuleTask',
    ...readActivity(node, place, attributes, compiling),
    decision,
    ...(resultVariable && { resultVariable }),
  };
};
