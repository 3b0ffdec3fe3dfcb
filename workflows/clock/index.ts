/** The statutory clock: pure and deterministic, for workflows, pages and tests alike. */
import type { Clock } from '../../bpmn/engine/index.js';
import type { FrozenCalendar } from '../contracts/case.js';
import { DAY } from './days.js';
import { addWorkingDays } from './working-days.js';

export { DAY, dateOf, dayNumber, dayOfDate, startOfDay } from './days.js';
export { addNaturalDays, dueAt, parseLimit, type Limit } from './limits.js';
export {
  ANY_TYPE,
  JOINT_PERMIT_RULES,
  OTHER_RULES,
  PENALTY_RULES,
  PERMIT_RULES,
  rulesOf,
  type ItemClock,
} from './rules.js';
export * from './periods/index.js';
export { addWorkingDays, CalendarError, isWorkingDay, workingDaysBetween } from './working-days.js';

/** The engine's clock for one case. A demonstration that scales days scales working days too. */
export function caseClock(calendar: FrozenCalendar, dayLength: number): Clock {
  return {
    dayLength,
    addWorkingDays: (from, workingDays) =>
      dayLength === DAY
        ? addWorkingDays(calendar, from, workingDays)
        : from + workingDays * dayLength,
  };
}
