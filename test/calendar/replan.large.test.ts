/**
 * Due dates of many open cases in one statement: the same as the clock counts for each by itself, and
 * how long as many take as a city has.
 */
import type { DataSource } from 'typeorm';
import { loadCalendar } from '../../src/calendar/index.js';
import { weekdaysOf } from '../../src/calendar/days-of-year.js';
import { openSideTask } from '../../src/cases/index.js';
import { YEARS } from '../../src/calendar/year-kind.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { publishAtOnce } from '../../src/versions/index.js';
import {
  addWorkingDays,
  CalendarError,
  dayOfDate,
  parseLimit,
  startOfDay,
} from '../../workflows/clock/index.js';
import { countedDay } from '../../workflows/clock/permit/index.js';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';
import { createTestDatabase } from '../servers/index.js';
import { COMPARED_CASES, REPLANNED_CASES } from '../sizes.js';
import { insertMany, ITEMS, manyCases, type ManyCase } from './many-cases.js';

const SOURCE = '国办发明电〔2026〕1号';

interface Dues {
  number: string;
  due: number | null;
  promised: number | null;
  acceptance: number | null;
  deliver: number | null;
  pending: boolean;
}

/** Until when a renewal must be decided; past it when it was not and the law did not grant it either. */
function validityOf({ ends, decided }: ManyCase): number {
  if (ends === null) return Infinity;
  const end = startOfDay(dayOfDate(ends));
  const at = decided === null ? Date.now() : startOfDay(dayOfDate(decided));
  return at < end ? end : Infinity;
}

/** Taken one by one, by the permit's own clock. */
function byItself(calendar: FrozenCalendar, one: ManyCase): Dues {
  let pending = false;
  const known = (count: () => number): number | null => {
    try {
      return count();
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      pending = true;
      return null;
    }
  };
  const pauses = one.pauses.map(([from, to]) => ({
    from: dayOfDate(from),
    to: to === null ? null : dayOfDate(to),
  }));
  const limit = (text: string | undefined): number | null => {
    if (!text || !one.accepted || pauses.some(({ to }) => to === null)) return null;
    const { unit, days } = parseLimit(text);
    if (unit !== 'wd') return null;
    const from = dayOfDate(one.accepted);
    const due = known(() =>
      startOfDay(countedDay(calendar, from, days + one.extension, pauses) + 1),
    );
    return due && Math.min(due, validityOf(one));
  };
  const from = (date: string) => startOfDay(dayOfDate(date));
  const { statutory, promised } = ITEMS[one.item]!;
  return {
    number: one.number,
    due: limit(statutory),
    promised: limit(promised),
    acceptance: one.accepted ? null : known(() => addWorkingDays(calendar, from(one.received), 5)),
    deliver:
      one.decided === null ? null : known(() => addWorkingDays(calendar, from(one.decided!), 10)),
    pending,
  };
}

describe('a published calendar', () => {
  let dataSource: DataSource;
  beforeEach(async () => {
    dataSource = await openDatabase(await createTestDatabase());
    await loadCalendar(dataSource);
  }, 60_000);
  afterEach(() => dataSource?.destroy());

  const publish = (year: number, days: string) =>
    publishAtOnce(dataSource.manager, YEARS, {
      key: String(year),
      content: { days },
      terms: { source: SOURCE, replans: true },
      by: 'p-admin',
    });
  const daysOf = async (year: number) =>
    (
      await dataSource.query<{ days: string }[]>(
        `SELECT days FROM calendar_year WHERE year = $1 ORDER BY version DESC LIMIT 1`,
        [year],
      )
    )[0]!.days;
  const changed = (days: string, date: string) => {
    const place = dayOfDate(date) - dayOfDate(`${date.slice(0, 4)}-01-01`);
    return days.slice(0, place) + (days[place] === '1' ? '0' : '1') + days.slice(place + 1);
  };
  const stored = async (): Promise<Dues[]> => {
    const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;
    return dataSource.query(
      `SELECT number, ${ms('due_at')} AS due, ${ms('promised_due_at')} AS promised,
              ${ms('acceptance_due_at')} AS acceptance, ${ms('deliver_due_at')} AS deliver,
              calendar_pending AS pending FROM cases ORDER BY number`,
    );
  };

  it('moves the due dates of thousands to what the clock counts for each', async () => {
    const cases = manyCases(COMPARED_CASES, '2026-07-01', 178);
    await insertMany(dataSource, cases);
    // The Saturday before National Day is off after all; the Sunday before Mid-Autumn too.
    const days = changed(await daysOf(2026), '2026-10-10');
    const first = await publish(2026, days);
    expect(first.cases).toBe(COMPARED_CASES);
    const without: FrozenCalendar = { version: '', years: { 2026: days } };
    expect(await stored()).toEqual(cases.map((one) => byItself(without, one)));
    expect(first.pending).toBeGreaterThan(100);

    // A day less to work: nothing falls due earlier, so nobody is told.
    const fewer = changed(days, '2026-11-12');
    const second = await publish(2026, fewer);
    expect(second).toMatchObject({ earlier: 0, becameKnown: 0 });
    expect(second.later).toBeGreaterThan(100);

    const known = await publish(2027, weekdaysOf(2027));
    const both: FrozenCalendar = { version: '', years: { 2026: fewer, 2027: weekdaysOf(2027) } };
    const expected = cases.map((one) => byItself(both, one));
    expect(await stored()).toEqual(expected);
    expect(expected.every(({ pending }) => !pending)).toBe(true);
    expect(known).toMatchObject({ becameKnown: second.pending, pending: 0 });
  }, 60_000);

  it('tells only cases that fall due earlier or know their day at last', async () => {
    const cases = manyCases(300, '2026-10-01', 60);
    await insertMany(dataSource, cases);
    const days = await daysOf(2026);
    await publish(2026, changed(days, '2026-12-25'));
    await dataSource.query(`UPDATE case_replanning SET told_at = now()`);
    const before = new Map((await stored()).map((one) => [one.number, one]));
    const more = await publish(2026, changed(days, '2026-12-26'));
    const told = await dataSource.query<{ case_number: string }[]>(
      `SELECT case_number FROM case_replanning WHERE replanning_id = $1 AND tell ORDER BY 1`,
      [more.id],
    );
    const sooner = (is: number | null, was: number | null) =>
      is !== null && (was === null || is < was);
    const expected = (await stored()).filter((now) => {
      const was = before.get(now.number)!;
      return (
        sooner(now.due, was.due) ||
        sooner(now.promised, was.promised) ||
        sooner(now.acceptance, was.acceptance) ||
        sooner(now.deliver, was.deliver)
      );
    });
    expect(told.map(({ case_number }) => case_number)).toEqual(
      expected.map(({ number }) => number),
    );
    expect(told.length).toBeGreaterThan(5);
  }, 60_000);

  it('counts anew whatever waits for it: hearing, preliminary review, tasks beside the diagram', async () => {
    const kinds = ['hearing', 'review', 'side', 'none'];
    const cases = manyCases(kinds.length, '2026-12-20', 1).map((one, place) => ({
      ...{ ...one, item: 'NATURAL00000', accepted: '2026-12-21', state: 'accepted' },
      ...{ pauses: [], ends: null, decided: null, extension: 0, number: kinds[place]! },
    }));
    await insertMany(dataSource, cases);
    await dataSource.query(
      `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state)
       VALUES ('hearing', 1, 'c', '2026-12-22', 'ask-hearing', 'accepted', 'accepted')`,
    );
    await dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state)
       SELECT 'ABOVE0000000', 1, kind, type, name, data || '{"forwardsTo": "SHORT0000000"}', state
         FROM item WHERE code = 'NATURAL00000'`,
    );
    await dataSource.query(`UPDATE cases SET item_code = 'ABOVE0000000' WHERE number = 'review'`);
    const waits = { purpose: 'regulate', name: '签收', departmentId: 'o-210381-market' };
    const from = Date.parse('2026-12-31T12:00:00+08:00');
    const limit = { from, workingDays: 2 };
    const task = await openSideTask(dataSource.manager, {
      ...{ ...waits, caseNumber: 'side', outcomes: [], limit },
    });
    const dueOf = async () =>
      (
        await dataSource.query<{ due: Date | null }[]>(
          `SELECT due_at AS due FROM task WHERE id = $1`,
          [task],
        )
      )[0]!.due;
    expect(await dueOf()).toBeNull();
    const { id } = await publish(2027, weekdaysOf(2027));
    expect(await dueOf()).toEqual(new Date('2027-01-05T00:00:00+08:00'));
    // The periods of a case its own workflow counts: it is told, though it knew no day before.
    const told = await dataSource.query<{ number: string }[]>(
      `SELECT case_number AS number FROM case_replanning WHERE replanning_id = $1 AND tell ORDER BY 1`,
      [id],
    );
    expect(told.map(({ number }) => number)).toEqual(['hearing', 'review']);
  }, 60_000);

  it('is refused in a gap: no count goes over a year without data', async () => {
    const [one] = manyCases(1, '2026-12-28', 1);
    await insertMany(dataSource, [
      {
        ...one!,
        item: 'SHORT0000000',
        accepted: '2026-12-28',
        state: 'accepted',
        pauses: [],
        ends: null,
        decided: null,
      },
    ]);
    const result = await publish(2028, weekdaysOf(2028));
    expect(result.pending).toBe(1);
    expect((await stored())[0]).toMatchObject({ due: null, pending: true });
  }, 60_000);

  it('replans all open cases of a city in one statement', async () => {
    await insertMany(dataSource, manyCases(REPLANNED_CASES, '2026-07-01', 140));
    await dataSource.query('ANALYZE cases, case_pause');
    const began = performance.now();
    const first = await publish(2026, changed(await daysOf(2026), '2026-10-10'));
    const again = await publish(2026, changed(await daysOf(2026), '2026-11-12'));
    process.stderr.write(
      `${REPLANNED_CASES} open cases replanned in ${first.milliseconds} ms and, when they had dates, ` +
        `${again.milliseconds} ms (${again.later} later); both publications in ` +
        `${Math.round(performance.now() - began)} ms\n`,
    );
    expect(first.cases).toBe(REPLANNED_CASES);
    expect(again.later).toBeGreaterThan(0);
    expect(again.milliseconds).toBeLessThan(60_000);
  }, 240_000);
});
