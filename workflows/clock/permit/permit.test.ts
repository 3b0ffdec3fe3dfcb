/** Properties of a permit's clock over whatever acts come, against a count by hand. */
import fc from 'fast-check';
import { workingDaysOf } from '../../../src/calendar/index.js';
import { dayOfDate } from '../days.js';
import { isWorkingDay } from '../working-days.js';
import {
  ARTICLE_42,
  happen,
  NOTHING_RECEIVED,
  PAUSE_REASONS,
  type PermitAct,
  type PermitClock,
  type PermitTerms,
  viewOn,
} from './index.js';

const calendar = {
  version: 'test',
  years: Object.fromEntries([2024, 2025, 2026].map((year) => [year, workingDaysOf(year)])),
};
const terms: PermitTerms = {
  ...ARTICLE_42.single,
  promised: 5,
  joint: false,
  warn: 2,
  deliver: 10,
};
const works = (day: number) => isWorkingDay(calendar, day);
const firstDay = dayOfDate('2024-02-01');
const anyDay = fc.integer({ min: firstDay, max: firstDay + 400 });

const anyAct: fc.Arbitrary<PermitAct> = fc.oneof(
  fc
    .constantFrom('receive', 'correct', 'supplement', 'accept', 'refuse', 'resume')
    .map((act) => ({ do: act })),
  fc.constantFrom('decide', 'deliver', 'withdraw').map((act) => ({ do: act })),
  fc
    .constantFrom(...PAUSE_REASONS, 'publicity')
    .map((reason) => ({ do: 'pause' as const, reason })),
  fc
    .record({ days: fc.integer({ min: 0, max: 12 }), by: fc.constantFrom('head', 'government') })
    .map((extension) => ({ do: 'extend' as const, ...extension })),
);
/** Acts with the days between them. */
const anyStory = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), anyAct), { maxLength: 14 });

function play(story: [number, PermitAct][], from: number): { clock: PermitClock; day: number } {
  let [clock, day] = [NOTHING_RECEIVED, from];
  for (const [gap, act] of story) {
    day += gap;
    clock = happen({ calendar, terms, day }, clock, act).clock;
  }
  return { clock, day };
}

/** Accepted on a day, then paused for a while, each time some days later. */
function accepted(day: number, pauses: [number, number][]): { clock: PermitClock; day: number } {
  const story: [number, PermitAct][] = pauses.flatMap(([gap, length]) => [
    [gap, { do: 'pause', reason: 'hearing' }],
    [length, { do: 'resume' }],
  ]);
  return play([[0, { do: 'receive' }], [0, { do: 'accept' }], ...story], day);
}
const anyPauses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 })),
  { maxLength: 3 },
);

test('a due day is always a working day that is not paused', () => {
  fc.assert(
    fc.property(anyDay, anyPauses, (from, pauses) => {
      const { clock, day } = accepted(from, pauses);
      const { statutoryDue, promisedDue } = viewOn(calendar, terms, clock, day);
      for (const due of [statutoryDue!, promisedDue!]) {
        expect(works(due)).toBe(true);
        expect(clock.pauses.some((pause) => due > pause.from && due <= pause.to!)).toBe(false);
      }
    }),
  );
});

test('the due day is the one a count by hand finds', () => {
  fc.assert(
    fc.property(anyDay, anyPauses, (from, pauses) => {
      const { clock, day } = accepted(from, pauses);
      const left = new Set<number>();
      for (let next = from + 1; left.size < terms.statutory; next += 1) {
        const paused = clock.pauses.some((pause) => next > pause.from && next <= pause.to!);
        if (works(next) && !paused) left.add(next);
      }
      const { statutoryDue } = viewOn(calendar, terms, clock, day);
      expect(statutoryDue).toBe(Math.max(...left));
    }),
  );
});

test('a pause never shortens what is left', () => {
  fc.assert(
    fc.property(anyDay, anyPauses, fc.integer({ min: 0, max: 20 }), (from, pauses, length) => {
      const without = accepted(from, pauses);
      const withIt = accepted(from, [...pauses, [0, length]]);
      const due = ({ clock, day }: typeof without) =>
        viewOn(calendar, terms, clock, day).statutoryDue!;
      expect(due(withIt)).toBeGreaterThanOrEqual(due(without));
    }),
  );
});

test('a later receipt never gives an earlier deadline', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (from, later) => {
      const due = (day: number) => {
        const { clock } = play([[0, { do: 'receive' }]], day);
        return viewOn(calendar, terms, clock, day + 40).statutoryDue!;
      };
      expect(due(from + later)).toBeGreaterThanOrEqual(due(from));
    }),
  );
});

test('whatever acts come, a refused one changes nothing and what is over stays over', () => {
  fc.assert(
    fc.property(anyDay, anyStory, anyAct, (from, story, act) => {
      const { clock, day } = play(story, from);
      const { clock: after, refusal } = happen({ calendar, terms, day }, clock, act);
      if (refusal) expect(after).toEqual(happen({ calendar, terms, day }, clock, act).clock);
      if (refusal)
        expect(viewOn(calendar, terms, after, day)).toEqual(viewOn(calendar, terms, clock, day));
      if (clock.state === 'refused' || clock.state === 'withdrawn') expect(refusal).not.toBeNull();
      if (clock.decided !== null) expect(after.decided).toBe(clock.decided);
      if (clock.accepted !== null) expect(after.accepted).toBe(clock.accepted);
    }),
  );
});

test('the days used never shrink as days go by, and stop at the decision', () => {
  fc.assert(
    fc.property(anyDay, anyStory, fc.integer({ min: 0, max: 20 }), (from, story, later) => {
      const { clock, day } = play(story, from);
      const used = (on: number) => viewOn(calendar, terms, clock, on).used;
      expect(used(day + later)).toBeGreaterThanOrEqual(used(day));
      if (clock.decided !== null || clock.withdrawn !== null)
        expect(used(day + later)).toBe(used(day));
    }),
  );
});
