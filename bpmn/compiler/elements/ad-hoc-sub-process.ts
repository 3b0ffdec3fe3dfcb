/** Activities to be done in any order, until enough is done. */
import { readActivity } from '../activity.js';
import type { ElementCompiler } from '../context.js';
import { child, children, is } from '../moddle.js';

export const adHocSubProcess: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  for (const inner of children(node, 'flowElements')) {
    if (is(inner, 'StartEvent') || is(inner, 'EndEvent'))
      compiling.findings.error(
        'ad-hoc-event',
        inner.id,
        '特别子流程（ad-hoc）中没有开始和结束事件，请删除它。',
      );
  }
  const condition = compiling.expressions.node(child(node, 'completionCondition'), place.id);
  const active =
    attributes.active === undefined
      ? undefined
      : compiling.expressions.text(attributes.active, place.id);
  return {
    type: 'adHocSubProcess',
    ...readActivity(node, place, attributes, compiling),
    body: compiling.scope(node),
    sequential: node.get('ordering') === 'Sequential',
    ...(condition && { completionCondition: condition }),
    cancelRemaining: node.get('cancelRemainingInstances') !== false,
    ...(active && { active }),
  };
};
