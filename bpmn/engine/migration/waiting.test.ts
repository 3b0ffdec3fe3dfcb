/** What a case waits for after it has been moved. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part } from '../testing/build.js';
import { due, moved, moving, told, waiting } from '../testing/moved.js';
import { border, message, one, signal, start, task, timer } from '../testing/parts.js';
import { Play } from '../testing/play.js';

const HOUR = 3_600_000;

/** Two tasks one after the other, each with its own deadline. */
const twoLimits = (lateA: string, lateB: string): ProcessModel =>
  build({
    elements: [
      start,
      task('a'),
      task('b'),
      task('after'),
      border('lateA', 'a', timer(lateA)),
      border('lateB', 'b', timer(lateB)),
    ],
    flows: ['s>a', 'a>b', 'b>after', 'lateA>after', 'lateB>after'],
  });

describe('a case that has been moved', () => {
  it('waits for the same as before, and the host hears nothing of it', () => {
    const both = [border('m', 'a', message('paid')), border('t', 'a', timer('PT1H'))];
    const play = new Play(one(task('a'), both));
    const after = moved(play, structuredClone(play.model));
    expect(after.state).toEqual(play.state);
    expect(told(play, after)).toEqual([]);
  });

  it('waits for what an event has become', () => {
    const play = new Play(one(task('a'), [border('x', 'a', message('paid'))]));
    const other = moved(play, one(task('a'), [border('x', 'a', message('refunded'))]));
    expect(waiting(other)).toEqual(['refunded']);
    expect(told(play, other)).toEqual(['unsubscribe', 'subscribe']);
    const late = moved(play, one(task('a'), [border('x', 'a', timer('PT3H'))]));
    expect([waiting(late), due(late)]).toEqual([['x'], [3 * HOUR]]);
    const again = moved(late, one(task('a'), [border('x', 'a', message('paid'))]));
    expect(waiting(again)).toEqual(['paid']);
  });

  it('sets anew only the timers that are chosen, and asks nobody for a message again', () => {
    const both = [border('t', 'a', timer('PT2H')), border('m', 'a', message('paid'))];
    const play = new Play(one(task('a'), both)).advance(HOUR);
    const after = moved(play, play.model, { retime: ['t', 'm'] });
    expect(due(after)).toEqual([2 * HOUR]);
    expect(told(play, after)).toEqual(['cancelTimer', 'setTimer']);
  });

  it('keeps the due time of a timer, and what else it waits for, under another name', () => {
    const drawn = (t: string, m: string, value: string): ProcessModel =>
      one(task('a'), [border(t, 'a', timer(value)), border(m, 'a', message('paid'))]);
    const play = new Play(drawn('t', 'm', 'PT2H')).advance(HOUR);
    const after = moved(play, drawn('late', 'money', 'PT8H'), {
      elements: { t: 'late', m: 'money' },
    });
    expect(due(after)).toEqual([HOUR]);
    expect(waiting(after)).toEqual(['paid', 'late']);
    expect(after.message('paid').count('money')).toBe(1);
    const retimed = moved(play, drawn('late', 'm', 'PT8H'), {
      elements: { t: 'late' },
      retime: ['late'],
    });
    expect(due(retimed)).toEqual([8 * HOUR]);
    expect(retimed.advance(9 * HOUR).count('late')).toBe(1);
  });

  it('sets anew the time among the parts of one event, and keeps the others', () => {
    const parts = [message('paid'), timer('PT2H'), signal('stop')];
    const several = one(task('a'), [border('x', 'a', { type: 'multiple', parallel: true, parts })]);
    const play = new Play(several).message('paid').advance(HOUR);
    const after = moved(play, several, { retime: ['x'] });
    expect([waiting(after), due(after)]).toEqual([['stop', 'x'], [2 * HOUR]]);
    after.apply({ type: 'signalReceived', at: after.at, name: 'stop', variables: {} });
    expect(after.advance(2 * HOUR).count('x')).toBe(1);
  });

  it('waits for the deadline of the task that its token has been moved to', () => {
    const limits = twoLimits('PT2H', 'PT5H');
    const after = moved(new Play(limits), limits, { elements: { a: 'b' } });
    expect(after.tasks).toEqual(['b']);
    expect([waiting(after), due(after)]).toEqual([['lateB'], [5 * HOUR]]);
  });

  it('waits for an event that stood at another task before', () => {
    const drawn = (at: string): ProcessModel =>
      build({
        elements: [start, task('a'), task('b'), border('late', at, timer('PT2H'))],
        flows: ['s>a', 'a>b', 'late>b'],
      });
    expect(waiting(moved(new Play(drawn('b')), drawn('a')))).toEqual(['late']);
    expect(waiting(moved(new Play(drawn('a')), drawn('b')))).toEqual([]);
  });

  it('does not wait again for what has happened while something else is waited for', () => {
    const both = [
      border('once', 'a', timer('PT1H'), { interrupting: false }),
      border('m', 'a', message('paid')),
    ];
    const play = new Play(one(task('a'), both)).advance(2 * HOUR);
    expect(waiting(moved(play, play.model))).toEqual(['paid']);
  });

  it('waits at a multi-instance once for what the new version adds to it', () => {
    const several = { multiInstance: { sequential: false, cardinality: { feel: '2' } } };
    const play = new Play(one(task('a', several)));
    const after = moved(play, one(task('a', several), [border('late', 'a', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['late']);
    expect(after.advance(HOUR).tasks).toEqual(['after']);
  });

  it('waits at a call once for what the new version adds to it', () => {
    const called = { ...one(task('inner')), id: 'called' };
    const calling = (more: Part[]): ProcessModel => ({
      ...one({ id: 'call', type: 'callActivity', calledElement: 'called' }, more),
      called: { called },
    });
    const play = new Play(calling([]));
    const after = moved(play, calling([border('late', 'call', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['late']);
    expect(after.tasks).toEqual(['inner']);
  });
});

it('a case is not moved when an event of the new version cannot be waited for, and it is said why', () => {
  const stop = border('b', 'a', { type: 'signal', name: { feel: 'x +' } });
  const result = moving(new Play(one(task('a'))), one(task('a'), [stop]));
  expect(!result.ok && result.problems[0]?.message).toContain('x +');
});
