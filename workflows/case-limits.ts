/** Ends of limits, on the calendar frozen on the case. Pure. */
import type { OpenTask } from '../bpmn/engine/index.js';
import type { CarriedCase } from './carried-case.js';
import { CalendarError, dueAt } from './clock/index.js';
import type { CaseInput, RecordedTask } from './contracts/case.js';

type Frozen = Pick<CaseInput, 'limits' | 'calendar' | 'dayLength'>;

/** The statutory (行政许可法 42, or the item's own basis) and the promised limit run from acceptance. */
export function limitsFrom(
  input: Frozen,
  acceptedAt: number,
): Pick<CarriedCase, 'dueAt' | 'promisedDueAt'> {
  const { statutory, promised } = input.limits;
  return {
    dueAt: dueOrUnknown(input, acceptedAt, statutory),
    promisedDueAt: dueOrUnknown(input, acceptedAt, promised),
  };
}

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
