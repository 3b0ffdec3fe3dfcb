/** Deadlines in working days, counted again when the calendar has changed. */
import { recounted, workingDayTimers } from './recount.js';
import type { Clock } from './index.js';
import { build } from './testing/build.js';
import { border, start, task, timer } from './testing/parts.js';
import { clock, Play } from './testing/play.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const waitingPlay = (): Play =>
  new Play(
    build({
      elements: [
        ...[start, task('a'), task('b')],
        ...[border('days', 'a', timer('5wd')), border('hours', 'a', timer('PT1H'))],
        border('other', 'b', timer('PT2H')),
      ],
      flows: ['s>a', 's>b'],
    }),
  );

/** Two days more are holidays. */
const holidays: Clock = { ...clock, addWorkingDays: (from, days) => from + (days + 2) * DAY };

describe('a deadline in working days', () => {
  it('is told with the days it counts, and from when', () => {
    const play = waitingPlay();
    expect(workingDayTimers(play.state)).toEqual([
      expect.objectContaining({ due: play.at + 5 * DAY, from: play.at, days: 5 }),
    ]);
  });

  it('moves with the calendar, and the host hears of it; what counts hours does not', () => {
    const play = waitingPlay();
    const { state, commands } = recounted(play.state, holidays);
    const due = Object.values(state.instances)
      .flatMap(({ triggers }) => triggers)
      .map((one) => one.type === 'timer' && one.due - play.at);
    expect(due).toEqual([7 * DAY, HOUR, 2 * HOUR]);
    expect(commands).toMatchObject([
      { type: 'cancelTimer' },
      { type: 'setTimer', timer: { element: 'days', due: play.at + 7 * DAY } },
    ]);
  });

  it('stays when the calendar counts as before, or has no data', () => {
    const play = waitingPlay();
    expect(recounted(play.state, clock)).toEqual({ state: play.state, commands: [] });
    const empty: Clock = {
      ...clock,
      addWorkingDays: () => {
        throw Object.assign(new Error('没有日历'), { name: 'CalendarError' });
      },
    };
    expect(recounted(play.state, empty)).toEqual({ state: play.state, commands: [] });
  });
});
