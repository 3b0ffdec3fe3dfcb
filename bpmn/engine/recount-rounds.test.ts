/** Cycles in working days by another calendar than the one they were set with. */
import { build, type Part } from './testing/build.js';
import { clock, Play } from './testing/play.js';
import { recounted, workingDayTimers, type Clock } from './index.js';

const DAY = 86_400_000;
/** Every working day takes so many days. */
const every = (days: number): Clock => ({
  ...clock,
  addWorkingDays: (from, count) => from + count * days * DAY,
});
const boundary = (id: string, kind: string, value: string, interrupting = false): Part => ({
  ...{ id, type: 'boundaryEvent', attachedTo: 'a', interrupting },
  definition: { type: 'timer', timer: { kind, value: { value } } },
});

const task = (id: string): Part => ({ id, type: 'userTask' });

const playing = (...events: Part[]): Play =>
  new Play(
    build({
      elements: [
        { id: 's', type: 'startEvent' },
        task('a'),
        ...events,
        ...events.map(({ id }) => task(`${id}Task`)),
      ],
      flows: ['s>a', ...events.map(({ id }) => `${id}>${id}Task`)],
    }),
  );

const dues = (play: Play) =>
  play.position.timers.map(({ element, due }) => [element, (due - play.at) / DAY]);

describe('a calendar that changes', () => {
  it('moves timers in working days, and no others', () => {
    const play = playing(
      boundary('w', 'duration', '5wd'),
      boundary('d', 'duration', 'P5D'),
      boundary('c', 'cycle', 'R3/2wd'),
    );
    const { state, commands } = recounted(play.state, every(2));
    const [w, c] = workingDayTimers(play.state);
    expect(commands).toEqual([
      { type: 'cancelTimer', id: w!.id },
      { type: 'setTimer', timer: { id: w!.id, element: 'w', due: play.at + 10 * DAY } },
      { type: 'cancelTimer', id: c!.id },
      { type: 'setTimer', timer: { id: c!.id, element: 'c', due: play.at + 4 * DAY } },
    ]);
    const before = dues(play);
    expect(dues(Object.assign(play, { state }))).toEqual([
      ['w', 10],
      ['d', 5],
      ['c', 4],
    ]);
    expect(before).toEqual([
      ['w', 5],
      ['d', 5],
      ['c', 2],
    ]);
  });

  it('counts a later round of a cycle from the round before it', () => {
    const play = playing(boundary('c', 'cycle', 'R3/2wd'));
    const [first] = play.position.timers;
    play.at += 2 * DAY;
    play.apply({ type: 'timerFired', at: play.at, id: first!.id });
    expect(dues(play)).toEqual([['c', 2]]);
    const { state } = recounted(play.state, every(3));
    expect(dues(Object.assign(play, { state }))).toEqual([['c', 6]]);
    expect(play.tasks).toEqual(['a', 'cTask']);
  });

  it('changes nothing of the state it was given', () => {
    const play = playing(boundary('w', 'duration', '5wd'));
    const before = JSON.stringify(play.state);
    recounted(play.state, every(7));
    expect(JSON.stringify(play.state)).toBe(before);
  });
});
