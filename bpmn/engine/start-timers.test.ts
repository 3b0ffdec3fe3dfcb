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
    expect(first).toEqual({ due: START + DAY, cycle: { every: 'P1D', left: 1 } });
    const second = dueAfter(first!, clock);
    expect(second).toEqual({ due: START + 2 * DAY, cycle: { every: 'P1D', left: 0 } });
    expect(dueAfter(second!, clock)).toBeNull();
  });

  it('goes on for ever when its cycle names no number', () => {
    const first = firstDue(fixed('cycle', 'R/PT1H'), START, clock);
    const next = dueAfter(first!, clock);
    expect(next).toEqual({ due: START + 2 * HOUR, cycle: { every: 'PT1H', left: null } });
  });

  it('is never due when it is to come no time at all', () => {
    expect(firstDue(fixed('cycle', 'R0/PT1H'), START, clock)).toBeNull();
    expect(dueAfter({ due: START }, clock)).toBeNull();
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
