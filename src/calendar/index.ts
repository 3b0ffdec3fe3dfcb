/** On which days the city's departments work: versioned data, a row per year. */
export { calendarOfCase, calendarOfVersion, frozenCalendar, workingDaysAfter } from './frozen.js';
export { loadCalendar } from './load.js';
export { yearsWithData, workingDaysOf } from './seed.js';
export { CalendarModule } from './calendar.module.js';
export { YEARS } from './year-kind.js';
