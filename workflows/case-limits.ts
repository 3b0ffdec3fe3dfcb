/** Ends of the limits that tasks have of their own, on the calendar frozen on the case. Pure. */
import type { OpenTask } from '../bpmn/engine/index.js';
import { CalendarError } from './clock/index.js';
import type { CaseInput, LegalPause, RecordedTask } from './contracts/case.js';
import { periodEnd } from './law/index.js';

type Frozen = Pick<CaseInput, 'calendar' | 'dayLength' | 'variables'>;

/** What may follow under 容缺受理 has the item's limit, which the diagram's timer reads too. */
function limitOf({ variables }: Frozen, { act, limit }: OpenTask): string | undefined {
  if (act !== 'fill-gaps') return limit;
  return (variables.ways as { within?: string } | undefined)?.within ?? limit;
}

/**
 * A task with the end of its own limit. What does not count for the whole does not count for a step;
 * during a pause nobody knows when it ends.
 */
export function withDue(input: Frozen, pauses: LegalPause[], task: OpenTask): RecordedTask {
  const { openedAt } = task;
  const limit = limitOf(input, task);
  if (limit === undefined || pauses.some(({ to }) => to === null)) return { ...task, dueAt: null };
  const since = pauses.filter(({ to }) => to! > openedAt);
  try {
    return { ...task, dueAt: periodEnd(input, openedAt, limit, since) };
  } catch (error) {
    // A year whose calendar is not published is never guessed: work goes on, 待日历.
    if (error instanceof CalendarError) return { ...task, dueAt: null };
    throw error;
  }
}
