/** Ends of limits, on the calendar frozen on the case. Pure. */
import type { OpenTask } from '../bpmn/engine/index.js';
import { CalendarError, dueAt } from './clock/index.js';
import type { CaseInput, RecordedTask } from './contracts/case.js';

type Frozen = Pick<CaseInput, 'calendar' | 'dayLength' | 'variables'>;

/** A task with the end of its own limit. */
export function withDue(input: Frozen, task: OpenTask): RecordedTask {
  return { ...task, dueAt: dueOrUnknown(input, task.openedAt, limitOf(input, task)) };
}

/** What may follow under 容缺受理 has the item's limit, which the diagram's timer reads too. */
function limitOf({ variables }: Frozen, { act, limit }: OpenTask): string | undefined {
  if (act !== 'fill-gaps') return limit;
  return (variables.ways as { within?: string } | undefined)?.within ?? limit;
}

/** A year whose calendar is not published is never guessed: work goes on, the due date is 待日历. */
function dueOrUnknown(
  { calendar, dayLength }: Frozen,
  from: number,
  limit: string | undefined,
): number | null {
  if (limit === undefined) return null;
  try {
    return dueAt(calendar, dayLength, from, limit);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}
