/** Timer, message and error events on the border of an activity. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';
import { child } from '../moddle.js';

export const boundaryEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, ['timer', 'message', 'error'], compiling);
  const attachedTo = child(node, 'attachedToRef')?.id;
  if (definition === 'refused') return undefined;
  if (!definition || !attachedTo) {
    compiling.findings.error(
      'boundary-incomplete',
      place.id,
      '边界事件须附着在一个活动上，并写明定时、消息或错误，请补全。',
    );
    return undefined;
  }
  const interrupting = node.get('cancelActivity') !== false;
  if (definition.type === 'error' && !interrupting)
    compiling.findings.error(
      'boundary-error-interrupts',
      place.id,
      '错误边界事件必然中断活动，请去掉“不中断”设置。',
    );
  return { type: 'boundaryEvent', ...place, attachedTo, interrupting, definition };
};
