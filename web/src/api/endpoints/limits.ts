/** The working calendar and the rules of clocks. */
import { client, take } from '../client.js';
import type { NewRules } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { dropped } from './parameters.js';

export const limits = {
  calendar: () => take(client.GET('/api/calendar')),
  missingYears: () => take(client.GET('/api/calendar/missing')),
  calendarYear: (year: number) =>
    take(client.GET('/api/calendar/{year}', { params: { path: { year } } })),
  saveCalendarDraft: (year: number, days: string, madeFrom: MadeFrom) =>
    take(
      client.PUT('/api/calendar/{year}/draft', {
        params: { path: { year } },
        body: { days, ...madeFrom },
      }),
    ),
  dropCalendarDraft: (year: number, revision: string) =>
    take(client.DELETE('/api/calendar/{year}/draft', dropped({ path: { year } }, revision))),
  previewCalendar: (year: number) =>
    take(client.POST('/api/calendar/{year}/draft/preview', { params: { path: { year } } })),
  publishCalendar: (year: number, source: string, reviewed: Reviewed) =>
    take(
      client.POST('/api/calendar/{year}/draft/publication', {
        params: { path: { year } },
        body: { source, ...reviewed },
      }),
    ),
  clockRules: () => take(client.GET('/api/clock-rules')),
  publishClockRules: (type: string, body: NewRules) =>
    take(client.POST('/api/clock-rules/{type}', { params: { path: { type } }, body })),
};
