/** Ends of limits, on the calendar frozen on the case. Pure. */
import type { OpenTask } from '../bpmn/engine/index.js';
import { CalendarError, dueAt } from './clock/index.js';
import type { CaseInput, RecordedTask } from './contracts/case.js';

type Frozen = Pick<CaseInput, 'calendar' | 'dayLength'>;

/** A task with the end of its own limit. */
export function withDue(input: Frozen, task: OpenTask): RecordedTask {
  return { ...task, dueAt: dueOrUnknown(input, task.openedAt, task.limit) };
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
