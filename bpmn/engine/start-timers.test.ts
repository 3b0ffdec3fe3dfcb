import type { TimerDefinition } from '../model/process.js';
import { dueAfter, firstDue, StartTimerUnreadable } from './start-timers.js';
import { clock, START } from './testing/play.js';
import { lengthOfTime } from './timing.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const fixed = (kind: TimerDefinition['kind'], value: string): TimerDefinition => ({
  kind,
  value: { value },
});
const asked = (kind: TimerDefinition['kind'], feel: string): TimerDefinition => ({
  kind,
  value: { feel },
});

describe('the timer of a start event', () => {
  it('is due a length of time after it is set', () => {
    expect(firstDue(fixed('duration', 'PT2H'), START, clock)).toEqual({ due: START + 2 * HOUR });
  });

  it('is due at a date, written or found by FEEL', () => {
    const due = Date.parse('2026-03-03T00:00:00+08:00');
    expect(firstDue(fixed('date', '2026-03-03'), START, clock)).toEqual({ due });
    const tomorrow = asked('date', 'string(date(now()) + duration("P1D"))');
    expect(firstDue(tomorrow, START, clock)).toEqual({ due });
  });

  it('goes on as often as its cycle says, counted from its own start', () => {
    const first = firstDue(fixed('cycle', 'R2/2026-03-03T09:00:00/P1D'), START, clock);
    expect(first).toEqual({
      due: START + DAY,
      cycle: { every: 'P1D', left: 1, from: START + DAY, count: 0 },
    });
    const second = dueAfter(first!, START + DAY, clock);
    expect(second).toEqual({
      due: START + 2 * DAY,
      cycle: { every: 'P1D', left: 0, from: START + DAY, count: 1 },
    });
    expect(dueAfter(second!, START + 2 * DAY, clock)).toBeNull();
  });

  it('goes on for ever when its cycle names no number', () => {
    const first = firstDue(fixed('cycle', 'R/PT1H'), START, clock);
    const next = dueAfter(first!, START + HOUR, clock);
    expect(next).toMatchObject({ due: START + 2 * HOUR, cycle: { every: 'PT1H', left: null } });
  });

  it('fires as one for the rounds that were missed, and then in the future', () => {
    const begun = fixed('cycle', 'R/1776-07-04T00:00:00Z/PT1S');
    const first = firstDue(begun, START, clock);
    expect(first!.due).toBe(Date.parse('1776-07-04T00:00:00Z'));
    const second = dueAfter(first!, START + 300, clock);
    expect(second!.due).toBe(START + 1_000);
    expect(dueAfter(second!, START + 1_000, clock)!.due).toBe(START + 2_000);
  });

  it('that was set before rounds had an anchor is counted from where it stands', () => {
    const old = { due: START, cycle: { every: 'PT1H', left: 5 } };
    expect(dueAfter(old, START + 30 * HOUR + 1, clock)).toEqual({
      due: START + 31 * HOUR,
      cycle: { every: 'PT1H', left: 4, from: START, count: 31 },
    });
    expect(() => dueAfter({ due: START, cycle: { every: 'PT0S', left: 5 } }, START, clock)).toThrow(
      StartTimerUnreadable,
    );
  });

  it.each([
    ['R/2026-03-31T09:00:00/P1M', ['03-31', '04-30', '05-31', '06-30', '07-31']],
    ['R/2027-12-31T09:00:00/P2M', ['12-31', '02-29', '04-30', '06-30', '08-31']],
    ['R/2028-02-29T09:00:00/P1Y', ['02-29', '02-28', '02-28', '02-28', '02-29']],
    ['R/2026-01-30T09:00:00/P1M1D', ['01-30', '03-01', '04-01', '05-03', '06-03']],
  ])('%s comes back to its day', (text, days) => {
    let timer = firstDue(fixed('cycle', text), START - 100 * DAY, clock);
    const found = days.map(() => {
      const at = timer!.due;
      timer = dueAfter(timer!, at, clock);
      return new Date(at + 8 * HOUR).toISOString().slice(5, 10);
    });
    expect(found).toEqual(days);
  });

  it('of working days goes on from where it is, whatever was missed', () => {
    const first = firstDue(fixed('cycle', 'R3/2026-03-02T09:00:00/2wd'), START - DAY, clock);
    const due = clock.addWorkingDays(first!.due, 10);
    const next = dueAfter(first!, due, clock);
    expect(next!.due).toBe(clock.addWorkingDays(first!.due, 12));
    expect(next!.counted).toEqual({ from: first!.due, days: 12 });
    expect(next!.cycle!.left).toBe(1);
  });

  it.each([
    ['date', '2026-04-31', '不存在'],
    ['date', '2026-04-01@Mars/Olympus', '时区'],
    ['cycle', 'R/2025-02-29/P1D', '不存在'],
    ['cycle', 'R/PT0S', '不到 1 秒'],
    ['cycle', 'R/0wd', '不到 1 秒'],
  ] as const)('is no %s “%s”', (kind, text, said) => {
    expect(() => firstDue(fixed(kind, text), START, clock)).toThrow(said);
  });

  it('is never due when it is to come no time at all', () => {
    expect(firstDue(fixed('cycle', 'R0/PT1H'), START, clock)).toBeNull();
    expect(dueAfter({ due: START }, START, clock)).toBeNull();
  });

  it('that cannot be read says why', () => {
    const reading = (timer: TimerDefinition) => () => firstDue(timer, START, clock);
    expect(reading(fixed('duration', 'soon'))).toThrow(StartTimerUnreadable);
    expect(reading(fixed('duration', 'soon'))).toThrow('soon');
    expect(reading(asked('duration', 'x +'))).toThrow(StartTimerUnreadable);
    expect(reading(asked('duration', 'x +'))).toThrow('x +');
  });

  it('whose rounds cannot be read is refused before the first', () => {
    const broken = fixed('cycle', 'R3/2026-03-03T09:00:00/soon');
    expect(() => firstDue(broken, START, clock)).toThrow(StartTimerUnreadable);
  });
});

describe('a length of time', () => {
  it('is counted in the days of the clock, months and years too where days are scaled', () => {
    const scaled = { ...clock, dayLength: 1_000 };
    expect(lengthOfTime('P3D', 0, scaled)).toBe(3_000);
    expect(lengthOfTime('P1M', 0, scaled)).toBe(30_000);
    expect(lengthOfTime('P1YT1S', 0, scaled)).toBe(361_000);
  });

  it('of months ends at the end of a shorter month', () => {
    const january = Date.parse('2026-01-31T09:00:00+08:00');
    const february = Date.parse('2026-02-28T09:00:00+08:00');
    expect(lengthOfTime('P1M', january, clock)).toBe(february);
    expect(lengthOfTime('P1Y1M', january, clock)).toBe(Date.parse('2027-02-28T09:00:00+08:00'));
  });

  it('may have every unit, and parts of a second', () => {
    const all = 7 * DAY + DAY + HOUR + 60_000 + 1_500;
    expect(lengthOfTime('P1W1DT1H1M1.5S', 0, clock)).toBe(all);
  });

  it.each(['P', 'PT', 'P1DT', '1D', 'xP1D', 'P1D ', '5wdx', 'x5wd', ''])('is not “%s”', (text) => {
    expect(lengthOfTime(text, 0, clock)).toBeUndefined();
  });

  it('is unknown where the calendar has no data', () => {
    const addWorkingDays = (): number => {
      throw Object.assign(new Error('2031 年没有日历'), { name: 'CalendarError' });
    };
    expect(lengthOfTime('5wd', 0, { ...clock, addWorkingDays })).toBeUndefined();
  });

  it('lets through what a calendar throws by mistake', () => {
    const addWorkingDays = (): number => {
      throw new TypeError('a mistake');
    };
    expect(() => lengthOfTime('5wd', 0, { ...clock, addWorkingDays })).toThrow(TypeError);
  });
});
