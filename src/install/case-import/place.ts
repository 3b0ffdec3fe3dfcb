/** At which elements of its diagram an open case goes on. */
import type { Element, ProcessModel } from '../../../bpmn/model/process.js';
import type { CaseState } from '../../../workflows/contracts/case.js';

/** State → acts of the tasks at which it goes on, the first group that the diagram has. */
const ACTS: Partial<Record<CaseState, string[][]>> = {
  submitted: [['pre-review'], ['collect'], ['accept']],
  'pre-reviewed': [['collect'], ['accept']],
  collected: [['accept'], ['inspect', 'handle']],
  correcting: [['correct']],
  accepted: [['inspect', 'handle', 'countersign'], ['review'], ['decide']],
  handling: [['inspect', 'handle', 'countersign'], ['review'], ['decide']],
  'special-procedure': [['inspect', 'handle', 'countersign'], ['review'], ['decide']],
  suspended: [['inspect', 'handle', 'countersign'], ['review'], ['decide']],
  reviewing: [['review'], ['decide']],
};

/** The act of the task that answers corrections the second time is the same: the first one drawn is taken. */
export function elementsFor(
  model: ProcessModel,
  state: CaseState,
  named: string | null,
): string[] | null {
  const { elements } = model.body;
  if (named !== null)
    return Object.hasOwn(elements, named) && isWork(elements[named]!) ? [named] : null;
  for (const acts of ACTS[state] ?? []) {
    const found = Object.values(elements).find((element) => acts.includes(actOf(element) ?? ''));
    if (found) return [found.id];
  }
  // Nothing has been done yet: it begins at the diagram's beginning.
  return state === 'submitted' || state === 'pre-reviewed' ? [] : null;
}

const actOf = (element: Element): string | undefined =>
  element.type === 'userTask' ? element.act : undefined;

/** Where a token may be put: not on events and gateways, which would do at once what was done before. */
const isWork = ({ type }: Element): boolean => type.endsWith('Task') || type === 'task';
