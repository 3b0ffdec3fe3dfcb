/** What was completed before a case was moved can be undone after it, under whatever name. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part, scope } from '../testing/build.js';
import { moved, problems } from '../testing/moved.js';
import { start, task } from '../testing/parts.js';
import { Play } from '../testing/play.js';

const undoAll: Part = {
  ...{ id: 'e', type: 'endEvent' },
  definition: { type: 'compensate', wait: true },
};
const undo = (id: string): Part => task(id, { isForCompensation: true });
/** An automatic task with the task that undoes it. */
const done = (id: string, undoneBy: string): Part[] => [
  { id, type: 'task', compensation: undoneBy },
  undo(undoneBy),
];

const names = { first: 'one', second: 'two', undoFirst: 'undoOne' };

describe('a case that has been moved', () => {
  it('goes on undoing what is left', () => {
    const drawn = (first: string, undoFirst: string): ProcessModel =>
      build({
        elements: [start, ...done(first, undoFirst), ...done('second', 'undoSecond'), undoAll],
        flows: [`s>${first}`, `${first}>second`, 'second>e'],
      });
    const play = new Play(drawn('first', 'undoFirst'));
    expect(play.tasks).toEqual(['undoSecond']);
    expect(problems(play, drawn('one', 'undoOne'))).toEqual(['first: element-missing']);
    const after = moved(play, drawn('one', 'undoOne'), { elements: names });
    expect(after.complete('undoSecond').tasks).toEqual(['undoOne']);
    expect(after.complete('undoOne').ended).toBe(true);
  });

  it('undoes what was done in a sub-process, which has other names now', () => {
    const drawn = (sub: string, first: string): ProcessModel => {
      const body = scope({ elements: done(first, 'undoFirst'), flows: [] });
      return build({
        elements: [start, { id: sub, type: 'subProcess', body }, task('wait'), undoAll],
        flows: [`s>${sub}`, `${sub}>wait`, 'wait>e'],
      });
    };
    const play = new Play(drawn('sub', 'first'));
    const elements = { sub: 'part', first: 'one' };
    const after = moved(play, drawn('part', 'one'), { elements });
    expect(after.complete('wait').tasks).toEqual(['undoFirst']);
    expect(after.complete('undoFirst').ended).toBe(true);
  });

  it('goes on undoing what was done in a sub-process', () => {
    const drawn = (first: string): ProcessModel => {
      const body = scope({
        elements: [...done(first, 'undoFirst'), ...done('second', 'undoSecond')],
        flows: [`${first}>second`],
      });
      return build({
        elements: [start, { id: 'sub', type: 'subProcess', body }, undoAll],
        flows: ['s>sub', 'sub>e'],
      });
    };
    const play = new Play(drawn('first'));
    expect(play.tasks).toEqual(['undoSecond']);
    const after = moved(play, drawn('one'), { elements: names });
    expect(after.complete('undoSecond').tasks).toEqual(['undoFirst']);
    expect(after.complete('undoFirst').ended).toBe(true);
  });

  it('undoes what the instances of a multi-instance did, those before it was moved as well', () => {
    const drawn = (first: string, sub = 'sub'): ProcessModel => {
      const body = scope({
        elements: [...done(first, 'undoFirst'), task('wait')],
        flows: [`${first}>wait`],
      });
      const multiInstance = { sequential: true, cardinality: { feel: '2' } };
      return build({
        elements: [start, { id: sub, type: 'subProcess', body, multiInstance }, undoAll],
        flows: [`s>${sub}`, `${sub}>e`],
      });
    };
    const play = new Play(drawn('first')).complete('wait');
    expect(problems(play, drawn('one'))).toContain('first: element-missing');
    const elements = { first: 'one', sub: 'part' };
    const after = moved(play, drawn('one', 'part'), { elements }).complete('wait');
    expect(after.complete('undoFirst').complete('undoFirst').ended).toBe(true);
  });

  it('forgets nothing but what left nothing to undo', () => {
    const drawn = (sub: Part[], flows: string[]): ProcessModel =>
      build({ elements: [start, ...sub, task('wait')], flows });
    const body = scope({ elements: [task('in')], flows: [] });
    const play = new Play(drawn([{ id: 'sub', type: 'subProcess', body }], ['s>sub', 'sub>wait']));
    expect(problems(play.complete('in'), drawn([], ['s>wait']))).toEqual([]);
  });
});
