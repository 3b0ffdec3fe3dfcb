/** The working calendar and the rules of clocks. */
import { client, take } from '../client.js';
import type { NewRules } from '../model.js';

export const limits = {
  calendar: () => take(client.GET('/api/calendar')),
  missingYears: () => take(client.GET('/api/calendar/missing')),
  calendarYear: (year: number) =>
    take(client.GET('/api/calendar/{year}', { params: { path: { year } } })),
  saveCalendarDraft: (year: number, days: string) =>
    take(client.PUT('/api/calendar/{year}/draft', { params: { path: { year } }, body: { days } })),
  dropCalendarDraft: (year: number) =>
    take(client.DELETE('/api/calendar/{year}/draft', { params: { path: { year } } })),
  publishCalendar: (year: number, source: string, revision: string) =>
    take(
      client.POST('/api/calendar/{year}/draft/publication', {
        params: { path: { year } },
        body: { source, revision },
      }),
    ),
  clockRules: () => take(client.GET('/api/clock-rules')),
  publishClockRules: (type: string, body: NewRules) =>
    take(client.POST('/api/clock-rules/{type}', { params: { path: { type } }, body })),
};
