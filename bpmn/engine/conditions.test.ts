/** Which conditional events are looked at when something changed. */
import { Changes } from './changes.js';
import { FIRST_ENGINE } from './behaviour-flags.js';
import { build, type Part } from './testing/build.js';
import { border, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';
import { WatchedConditions } from './watched-conditions.js';

const when = (feel: string) => ({ type: 'conditional', condition: { feel } });

describe('conditions that are watched', () => {
  const concerned = (write: (changes: Changes) => void, more?: (w: WatchedConditions) => void) => {
    const watched = new WatchedConditions();
    watched.watch('3', 'count > 2', ['3', '1']);
    watched.watch('4', 'count > 2', ['4', '2', '1']);
    watched.watch('4', 'unit price > 5 and n = 1', ['4', '2', '1']);
    more?.(watched);
    const changes = new Changes();
    write(changes);
    return Object.fromEntries([...watched.by(changes)].map(([id, texts]) => [id, [...texts]]));
  };

  it('are those that read what changed, where it was written', () => {
    expect(concerned((c) => c.wrote('1', ['count']))).toEqual({
      3: ['count > 2'],
      4: ['count > 2'],
    });
    expect(concerned((c) => c.wrote('2', ['count']))).toEqual({ 4: ['count > 2'] });
    expect(concerned((c) => c.wrote('3', ['count']))).toEqual({ 3: ['count > 2'] });
    expect(concerned((c) => c.wrote('9', ['count']))).toEqual({});
  });

  it('are read word by word: a name inside another is none, one of several words is', () => {
    expect(concerned((c) => c.wrote('1', ['n']))).toEqual({ 4: ['unit price > 5 and n = 1'] });
    expect(concerned((c) => c.wrote('1', ['cou', 'other']))).toEqual({});
    expect(concerned((c) => c.wrote('1', ['unit price']))).toEqual({
      4: ['unit price > 5 and n = 1'],
    });
  });

  it('are all of an instance that has just begun to wait, and none of one that is gone', () => {
    expect(concerned((c) => c.armed.add('4'))).toEqual({
      4: ['count > 2', 'unit price > 5 and n = 1'],
    });
    const gone = (watched: WatchedConditions) => watched.forget('4');
    expect(concerned((c) => c.wrote('1', ['count']), gone)).toEqual({ 3: ['count > 2'] });
    expect(concerned((c) => c.armed.add('4'), gone)).toEqual({});
  });

  it('that ask for the time are looked at once more at each event', () => {
    const watched = new WatchedConditions();
    watched.watch('3', 'now() > due', ['3']);
    const changes = new Changes();
    changes.wrote('3', ['other']);
    expect([...watched.by(changes).keys()]).toEqual(['3']);
    expect([...watched.by(changes).keys()]).toEqual([]);
    changes.wrote('3', ['due']);
    expect([...watched.by(changes).keys()]).toEqual(['3']);
  });
});

describe('a conditional event', () => {
  const escalated = (condition: string, more: object = {}) =>
    build({
      elements: [
        start,
        task('t', more),
        border('b', 't', when(condition), { interrupting: false }),
        task('late'),
      ],
      flows: ['s>t', 'b>late'],
    });
  const set = (play: Play, variables: Record<string, number>) =>
    play.apply({ type: 'setVariables', at: play.at, variables });

  it('happens when a variable that it reads makes it true, whatever else changed before', () => {
    const play = new Play(escalated('n > 5'), { n: 0 });
    expect(set(play, { other: 9 }).tasks).toEqual(['t']);
    expect(set(play, { n: 6 }).tasks).toEqual(['t', 'late']);
    expect(set(play, { n: 7 }).tasks).toEqual(['t', 'late']);
    expect(set(set(play, { n: 1 }), { n: 8 }).tasks).toEqual(['t', 'late', 'late']);
  });

  it('sees the time of a later event that changes something', () => {
    const play = new Play(escalated('now() > date and time("2026-03-02T10:00:00+08:00")'));
    expect(set(play, { other: 1 }).tasks).toEqual(['t']);
    play.at += 2 * 3_600_000;
    expect(set(play, { other: 2 }).tasks).toEqual(['t', 'late']);
  });

  const round = { multiInstance: { sequential: false, cardinality: { feel: '3' } } };

  it('sees a counter of the multi-instance that it is attached to move', () => {
    const play = new Play(escalated('nrOfCompletedInstances >= 2', round));
    expect(play.complete('t').tasks).toEqual(['t', 't']);
    expect(play.complete('t').tasks).toEqual(['t', 'late']);
  });

  it('did not in cases opened before: only when some variable changed as well', () => {
    const play = new Play(escalated('nrOfCompletedInstances >= 2', round), {}, '', FIRST_ENGINE);
    expect(play.complete('t').complete('t').tasks).toEqual(['t']);
    expect(set(play, { other: 1 }).tasks).toEqual(['t', 'late']);
  });

  it('is waited for anew where a token comes to it while the conditions of others go', () => {
    const waits: Part = { id: 'c', type: 'intermediateCatchEvent', definition: when('go') };
    const play = new Play(
      build({
        elements: [start, waits, task('after'), border('b', 'after', when('go = false'))],
        flows: ['s>c', 'c>after'],
      }),
      { go: false },
    );
    play.apply({ type: 'setVariables', at: play.at, variables: { go: true } });
    expect(play.tasks).toEqual(['after']);
    play.apply({ type: 'setVariables', at: play.at, variables: { go: false } });
    expect(play.ended).toBe(true);
  });
});
