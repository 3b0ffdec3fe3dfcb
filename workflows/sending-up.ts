/** 转报 as commands: the tasks here are closed, and a case of the level above is a child of this one. Pure. */
import type { Command, OpenTask } from '../bpmn/engine/index.js';
import type { CaseInput } from './contracts/case.js';
import { ABOVE } from './law/index.js';

/**
 * @param open tasks that still wait in the diagram
 * @param done what the step did in the diagram; what it began is not begun
 */
export function sendingUp(input: CaseInput, open: OpenTask[], done: Command[]): Command[] {
  const told = done.filter(({ type }) => type === 'closeTask' || type === 'completed');
  const closed = open.map(({ key }): Command => ({ type: 'closeTask', key, reason: 'cancelled' }));
  return [...told, ...closed, { type: 'startChild', child: caseAbove(input) }];
}

/** It brings form and materials along by reference: nobody asks for them again (行政许可法 43). */
export const caseAbove = ({ caseNumber, above }: CaseInput) => ({
  ...{ occurrence: ABOVE, element: '', name: '上级机关审查决定', item: above!, process: '' },
  variables: { forwardedFrom: caseNumber },
});
