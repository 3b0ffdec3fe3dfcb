/** Events on the border of an activity. */
import type { ElementCompiler } from '../context.js';
import { readDefinition } from '../event-definitions.js';
import { readReceiving } from '../mappings.js';
import { child } from '../moddle.js';

/** What can only end the activity it is attached to. */
const interrupts = ['error', 'cancel'];

export const boundaryEvent: ElementCompiler = (node, place, compiling) => {
  const definition = readDefinition(node, 'boundary', compiling);
  const attachedTo = child(node, 'attachedToRef')?.id;
  if (definition === 'refused') return undefined;
  if (!definition || !attachedTo) {
    compiling.findings.error(
      'boundary-incomplete',
      place.id,
      '边界事件须附着在一个活动上，并写明等待什么，请补全。',
    );
    return undefined;
  }
  const interrupting = node.get('cancelActivity') !== false;
  if (interrupts.includes(definition.type) && !interrupting)
    compiling.findings.error(
      'boundary-error-interrupts',
      place.id,
      '错误和取消边界事件必然中断活动，请去掉“不中断”设置。',
    );
  const receiving = readReceiving(compiling.attributes(node), place.id, compiling);
  return { type: 'boundaryEvent', ...place, attachedTo, interrupting, definition, ...receiving };
};
