/** The calendar as an admin edits and publishes it, and what open cases hear of it. */
import type {
  CalendarDto,
  CalendarYearDto,
  ForeseenDto,
  ReplanningDto,
} from '../../src/calendar/calendar.dto.js';
import { weekdaysOf } from '../../src/calendar/days-of-year.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { addWorkingDays, dateOf, dayOfDate } from '../../workflows/clock/index.js';
import type { Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { applicationOf, FIRE_CHECK, fireForm, handle, type Case } from '../api/ways-stage.js';
import { eventually } from '../workflow/stage.js';
import { dropDraft } from '../versions/drop-draft.js';

const YEAR = Number(dateOf(Date.now()).slice(0, 4));
const SOURCE = '国办发明电〔2026〕9号';

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage({ workers: true });
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** With a day changed from worked to off, or back. */
function changed(days: string, date: string): string {
  const place = dayOfDate(date) - dayOfDate(`${date.slice(0, 4)}-01-01`);
  return days.slice(0, place) + (days[place] === '1' ? '0' : '1') + days.slice(place + 1);
}

const yearOf = async (year: number) =>
  (await stage.as('admin')).get<CalendarYearDto>(`/api/calendar/${year}`);

async function publish(year: number, days: string): Promise<ReplanningDto> {
  const admin = await stage.as('admin');
  await admin.put(`/api/calendar/${year}/draft`, { days });
  return admin.post<ReplanningDto>(`/api/calendar/${year}/draft/publication`, { source: SOURCE });
}

describe('the calendar’s pages', () => {
  it('show every year with its versions, and which year is missing', async () => {
    const admin = await stage.as('admin');
    const { years, missing } = await admin.get<CalendarDto>('/api/calendar');
    const now = years.find(({ year }) => year === YEAR)!;
    expect(now).toMatchObject({ version: 1, draft: null, previousDays: null });
    expect(now.days).toHaveLength(weekdaysOf(YEAR).length);
    expect(missing).toEqual(await admin.get('/api/calendar/missing'));
    expect(missing.pendingCases).toBe(0);
    const known = years.filter(({ version }) => version !== null).map(({ year }) => year);
    for (const year of missing.years) expect(known).not.toContain(year);
    expect(await yearOf(YEAR + 2)).toEqual({
      ...{ year: YEAR + 2, version: null, days: null },
      ...{ versions: [], draft: null, previousDays: null },
    });
  }, 60_000);

  it.each([
    ['a text', 'soon', 400],
    ['a year before the platform’s first', '1999', 404],
    ['a year too far ahead', String(YEAR + 4), 404],
  ])('know no year that is %s', async (_what, year, status) => {
    const admin = await stage.as('admin');
    const read = await admin.call<Problem>('GET', `/api/calendar/${year}`);
    const days = weekdaysOf(YEAR);
    const saved = await admin.call<Problem>('PUT', `/api/calendar/${year}/draft`, { days });
    const address = { kind: 'calendar', key: year, path: `/api/calendar/${year}/draft` };
    const dropped = await dropDraft<Problem>(admin, address);
    expect([read.status, saved.status, dropped.status]).toEqual([status, status, status]);
    if (status === 404) expect(read.body.code).toBe('no-such-year');
  });

  it('refuse days that are no year, and a year nobody could mean', async () => {
    const admin = await stage.as('admin');
    const length = weekdaysOf(YEAR).length;
    const save = (days: unknown) =>
      admin.call<Problem>('PUT', `/api/calendar/${YEAR}/draft`, { days });
    for (const days of [undefined, 5, '', '1'.repeat(364), '2'.repeat(length)]) {
      const { status } = await save(days);
      expect(status).toBe(400);
    }
    const wrong = await save('1'.repeat(length === 365 ? 366 : 365));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'bad-days']);
    const always = await save('1'.repeat(length));
    expect([always.status, always.body.code]).toEqual([422, 'unlikely-days']);
    expect((await yearOf(YEAR)).draft).toBeNull();
  });

  it('are an admin’s to change and a supervisor’s to read, and nobody else’s', async () => {
    const days = changed((await yearOf(YEAR)).days!, `${YEAR}-12-25`);
    const path = `/api/calendar/${YEAR}/draft`;
    const changes = (session: Awaited<ReturnType<ApiStage['as']>>) =>
      Promise.all([
        session.call('PUT', path, { days }),
        session.call('DELETE', path),
        session.call('POST', `${path}/publication`, { source: SOURCE }),
      ]);
    const statuses = async (session: Awaited<ReturnType<ApiStage['as']>>) =>
      (await changes(session)).map(({ status }) => status);
    for (const account of ['zhang', 'hc-fire', 'supervisor'])
      expect(await statuses(await stage.as(account))).toEqual([403, 403, 403]);
    expect(await statuses(stage.stranger())).toEqual([401, 401, 401]);
    expect((await stage.stranger().call('GET', '/api/calendar')).status).toBe(401);
    const reading = async (account: string) =>
      (await (await stage.as(account)).call('GET', '/api/calendar')).status;
    expect(await Promise.all(['zhang', 'hc-fire', 'supervisor'].map(reading))).toEqual([
      403, 403, 200,
    ]);
    expect(await yearOf(YEAR)).toMatchObject({ version: 1, draft: null });
  });

  it('keep a draft until it is dropped or published, and publish nothing but a change', async () => {
    const admin = await stage.as('admin');
    const path = `/api/calendar/${YEAR}/draft`;
    const { days } = await yearOf(YEAR);
    const early = await admin.call<Problem>('POST', `${path}/publication`, { source: SOURCE });
    expect([early.status, early.body.code]).toEqual([409, 'no-draft']);

    const foresee = () => admin.call<ForeseenDto & Problem>('POST', `${path}/preview`);
    expect((await foresee()).body.code).toBe('no-draft');
    const other = changed(days!, `${YEAR}-12-25`);
    const drafted = await admin.put<CalendarYearDto>(path, { days: other });
    expect(drafted).toMatchObject({ version: 1, days, draft: { days: other } });
    expect(await foresee()).toMatchObject({ status: 200, body: { earlier: 0, moved: [] } });
    expect(await yearOf(YEAR)).toMatchObject({ version: 1, days, draft: { days: other } });
    const address = { kind: 'calendar', key: String(YEAR), path };
    expect(await dropDraft(admin, address)).toMatchObject({ status: 200, body: { draft: null } });

    await admin.put(path, { days });
    const same = await admin.call<Problem>('POST', `${path}/publication`, { source: SOURCE });
    expect([same.status, same.body.code]).toEqual([422, 'nothing-changed']);
    for (const source of [undefined, '', '无', 'x'.repeat(201)]) {
      const { status } = await admin.call('POST', `${path}/publication`, { source });
      expect(status).toBe(400);
    }
    await admin.call('DELETE', path);
  });

  it('publish a year that was missing as its first version, with its document, audited', async () => {
    const year = YEAR + 1;
    const admin = await stage.as('admin');
    expect((await admin.get<CalendarDto>('/api/calendar')).missing.years).toEqual(
      dateOf(Date.now()).slice(5) > '10-02' ? [year] : [],
    );
    const replanning = await publish(year, weekdaysOf(year));
    expect(replanning).toMatchObject({ year, version: 1, earlier: 0, later: 0, toTell: 0 });
    const published = await yearOf(year);
    expect(published).toMatchObject({ version: 1, days: weekdaysOf(year), draft: null });
    expect(published.versions).toEqual([
      {
        ...{ version: 1, source: SOURCE },
        publishedAt: expect.any(String) as string,
        publishedBy: expect.any(String) as string,
      },
    ]);
    const { missing, replannings } = await admin.get<CalendarDto>('/api/calendar');
    expect(missing).toEqual({ years: [], pendingCases: 0 });
    expect(replannings[0]).toEqual(replanning);
    const lines = await stage.dataSource.query<{ detail: object }[]>(
      `SELECT detail FROM audit WHERE act = 'calendar.publish' AND target = $1`,
      [`calendar:${year}`],
    );
    expect(lines).toMatchObject([{ detail: { version: 1, cases: 0 } }]);
  }, 60_000);
});

describe('open cases', () => {
  let number: string;

  interface Row {
    cause: string;
    step: number;
    accepted: Date;
    promised: Date;
    calendar: string;
  }
  const row = async (): Promise<Row> => {
    const [found] = await stage.dataSource.query<Row[]>(
      `SELECT cause, step, accepted_at AS accepted, promised_due_at AS promised,
              calendar_version AS calendar FROM cases WHERE number = $1`,
      [number],
    );
    return found!;
  };
  const allTold = (id: string) =>
    eventually('all cases to be told', async () => {
      const { replannings } = await (await stage.as('admin')).get<CalendarDto>('/api/calendar');
      const found = replannings.find((one) => one.id === id)!;
      return found.told === found.toTell ? found : undefined;
    });
  /** So many working days after the acceptance, counted day by day. */
  const after = (days: string, accepted: Date, count: number): number => {
    const years = { [YEAR]: days, [YEAR + 1]: weekdaysOf(YEAR + 1) };
    return addWorkingDays({ version: '', years }, accepted.getTime(), count);
  };
  let promised: number;

  beforeAll(async () => {
    const zhang = await stage.as('zhang');
    const ways = { promise: { signedName: '张晓梅' } };
    const draft = await applicationOf(zhang, FIRE_CHECK, fireForm, { ways });
    ({ number } = await zhang.post<Case>('/api/cases', { draft }));
    const fire = await stage.as('hc-fire');
    const { posts } = await fire.get<{ posts: { id: string; role: string }[] }>('/api/session');
    const { id: post } = posts.find(({ role }) => role === 'handler')!;
    await fire.post('/api/session/post', { post });
    await handle(fire, number, 'accept', { outcome: 'accept' });
    const [item] = await stage.dataSource.query<{ days: number }[]>(
      `SELECT (data #>> '{limits,promised,days}')::int AS days FROM item WHERE code = $1`,
      [FIRE_CHECK],
    );
    promised = item!.days;
  }, 120_000);

  /** The first day from tomorrow on that is off, or worked, by the calendar. */
  function dayAhead(days: string, works: boolean): string {
    const january = dayOfDate(`${YEAR}-01-01`);
    const today = dayOfDate(dateOf(Date.now()));
    for (let day = today + 1; day < january + days.length; day += 1)
      if ((days[day - january] === '1') === works)
        return new Date(day * 86_400_000).toISOString().slice(0, 10);
    throw new Error('the year has no such day left');
  }

  it('that fall due later are replanned, and hear of it when they next act', async () => {
    const before = await row();
    const { days } = await yearOf(YEAR);
    const fewer = changed(days!, dayAhead(days!, true));
    const due = after(fewer, before.accepted, promised);
    // Said before it does, and nothing is done by saying it.
    const admin = await stage.as('admin');
    await admin.put(`/api/calendar/${YEAR}/draft`, { days: fewer });
    const foreseen = await admin.post<ForeseenDto>(`/api/calendar/${YEAR}/draft/preview`);
    expect(foreseen).toMatchObject({ cases: 1, later: 1, earlier: 0 });
    expect(foreseen.moved).toMatchObject([
      {
        caseNumber: number,
        promisedAt: before.promised.toISOString(),
        newPromisedAt: new Date(due).toISOString(),
      },
    ]);
    expect(await row()).toEqual(before);
    const replanning = await publish(YEAR, fewer);
    expect(replanning).toMatchObject({ cases: 1, later: 1, earlier: 0, toTell: 0 });
    const later = await row();
    expect(later.promised.getTime()).toBe(due);
    expect(later).toMatchObject({ step: before.step, cause: before.cause });
    expect(later.calendar).not.toBe(before.calendar);
  }, 60_000);

  it('that fall due earlier are told, and their workflows count by the new calendar', async () => {
    const before = await row();
    const { days } = await yearOf(YEAR);
    const more = changed(days!, dayAhead(days!, false));
    const replanning = await publish(YEAR, more);
    expect(replanning).toMatchObject({ cases: 1, earlier: 1, later: 0, toTell: 1 });
    expect(await allTold(replanning.id)).toMatchObject({ toTell: 1, told: 1 });
    const told = await eventually('the case’s own step', async () => {
      const now = await row();
      return now.cause === `calendar:${now.calendar}` ? now : undefined;
    });
    expect(told.step).toBe(before.step + 1);
    expect(told.promised.getTime()).toBe(after(more, before.accepted, promised));
    expect(told.promised.getTime()).toBeLessThan(before.promised.getTime());
    const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers: [number],
    });
    expect(differences).toEqual([]);
  }, 60_000);

  it('are told of a timer that their diagram drew, though none of their limits is earlier', async () => {
    // Every limit is unknown while a special procedure goes on; the timer runs.
    const { accepted } = await row();
    const { days } = await yearOf(YEAR);
    const from = accepted.getTime();
    const due = after(days!, accepted, 10);
    await stage.dataSource.query(
      `UPDATE cases SET working_day_timers = $2, paused_at = now(), due_at = NULL,
              promised_due_at = NULL WHERE number = $1`,
      [number, JSON.stringify([{ due, from, days: 10 }])],
    );
    const later = await publish(YEAR, changed(days!, dayAhead(days!, true)));
    expect(later).toMatchObject({ earlier: 0, toTell: 0 });
    const more = changed(days!, dayAhead(days!, false));
    const sooner = await publish(YEAR, more);
    expect(sooner).toMatchObject({ earlier: 0, toTell: 1 });
    expect(await allTold(sooner.id)).toMatchObject({ told: 1 });
  }, 60_000);

  it('that have ended meanwhile need not be told: the round goes on without them', async () => {
    const { days } = await yearOf(YEAR);
    await stage.dataSource.query(
      `UPDATE cases SET paused_at = NULL, working_day_timers = NULL WHERE number = $1`,
      [number],
    );
    await stage.temporal.workflow.getHandle(number).terminate('as if it had ended');
    const replanning = await publish(YEAR, changed(days!, dayAhead(days!, false)));
    expect(replanning.toTell).toBe(1);
    expect(await allTold(replanning.id)).toMatchObject({ toTell: 1, told: 1 });
  }, 60_000);
});
