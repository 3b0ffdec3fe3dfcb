/** What a migration would lose: it is refused instead, or kept as it was. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part, scope } from '../testing/build.js';
import { moving, problems, problemsOf } from '../testing/moved.js';
import { one, signal, start, task } from '../testing/parts.js';
import { Play } from '../testing/play.js';

describe('a migration is refused', () => {
  it.each([
    [{ multiInstance: { sequential: false, cardinality: { feel: '2' } } }, {}],
    [{ multiInstance: { sequential: false, cardinality: { feel: '2' } } }, { loop: {} }],
    [
      { multiInstance: { sequential: false, cardinality: { feel: '2' } } },
      { multiInstance: { sequential: true, cardinality: { feel: '2' } } },
    ],
    [{ multiInstance: { sequential: true, cardinality: { feel: '2' } } }, {}],
    [{ loop: { testBefore: false, maximum: { feel: '2' } } }, {}],
    [{}, { loop: { testBefore: false, maximum: { feel: '2' } } }],
  ])('when an activity is repeated otherwise: %j, now %j', (before, after) => {
    const result = moving(new Play(one(task('a', before))), one(task('a', after)));
    expect([...new Set(problemsOf(result))]).toEqual(['a: marker-differs']);
  });

  const undo = task('undo', { isForCompensation: true });
  const booked = (more: object): Part => ({ id: 'book', type: 'task', name: '预约', ...more });

  it('when what was done can no longer be undone, and says what', () => {
    const before = build({
      elements: [start, booked({ compensation: 'undo' }), undo, task('a')],
      flows: ['s>book', 'book>a'],
    });
    const after = build({
      elements: [start, booked({}), undo, task('a')],
      flows: before.body.flows.map(({ id }) => id),
    });
    const result = moving(new Play(before), after);
    expect(problemsOf(result)).toEqual(['book: not-undoable']);
    expect(!result.ok && result.problems[0]?.message).toContain('预约');
  });

  it('when that is so within a sub-process that is over', () => {
    const sub = (compensation: object): ProcessModel => {
      const body = scope({
        elements: [{ id: 'book', type: 'task', ...compensation }, undo],
        flows: [],
      });
      return build({
        elements: [start, { id: 'sub', type: 'subProcess', body }, task('a')],
        flows: ['s>sub', 'sub>a'],
      });
    };
    const play = new Play(sub({ compensation: 'undo' }));
    expect(problems(play, sub({ compensation: 'undo' }))).toEqual([]);
    const result = moving(play, sub({}));
    expect(problemsOf(result)).toEqual(['book: not-undoable']);
    expect(!result.ok && result.problems[0]?.message).toContain('book');
  });

  it('when an event that the new version adds cannot be waited for', () => {
    const border: Part = {
      id: 'b',
      type: 'boundaryEvent',
      attachedTo: 'a',
      definition: { type: 'signal', name: { feel: 'x +' } },
    };
    const result = moving(new Play(one(task('a'))), one(task('a'), [border]));
    expect(problemsOf(result)).toEqual(['a: not-armed']);
  });

  it('when a flow that a complex gateway has taken is gone', () => {
    const gathered = (join: string): ProcessModel =>
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          { id: join, type: 'complexGateway', activation: { feel: 'activationCount >= 1' } },
          task('after'),
        ],
        flows: ['s>f', 'f>a', 'f>b', `a>${join}`, `b>${join}`, `${join}>after`],
      });
    const play = new Play(gathered('j')).complete('a');
    expect(problems(play, gathered('other'))).toContain('j: element-missing');
    const kept = moving(play, gathered('other'), { elements: { j: 'other' } });
    expect(kept).toMatchObject({ ok: true });
    if (!kept.ok) return;
    const [root] = Object.values(kept.state.instances);
    expect(root?.container?.resetting).toEqual({ other: ['a>other'] });
  });
});

describe('a migration keeps', () => {
  it('a receive task that an incident holds from waiting, until the incident is mended', () => {
    const receiving = (feel: string): ProcessModel =>
      one({ id: 'r', type: 'receiveTask', message: { name: { feel } } });
    const play = new Play(receiving('x +'));
    expect(play.incidents).toEqual(['r: expression-failed']);
    const result = moving(play, receiving('"paid"'));
    expect(problemsOf(result)).toEqual([]);
    if (!result.ok) return;
    const after = Object.assign(new Play(receiving('"paid"')), { state: result.state });
    expect(after.position.subscriptions).toEqual([]);
    after.retry();
    expect(after.position.subscriptions.map(({ name }) => name)).toEqual(['paid']);
    expect(after.message('paid').tasks).toEqual(['after']);
  });

  it('a task under its new name with all that it shows, and what its people did not finish open', () => {
    const named = (id: string): ProcessModel => one(task(id, { name: '审查', form: 'f' }));
    const play = new Play(named('a'));
    const result = moving(play, named('b'), { elements: { a: 'b' } });
    expect(result).toMatchObject({
      ok: true,
      commands: [
        { type: 'closeTask', key: 'a~2', reason: 'cancelled' },
        {
          type: 'openTask',
          task: { key: 'b~2', element: 'b', name: '审查', form: 'f', openedAt: play.at },
        },
      ],
    });
  });

  it('the part of a start event that has come', () => {
    const several = {
      type: 'multiple',
      parallel: true,
      parts: [signal('one'), { type: 'message', message: { name: { value: 'two' } } }],
    };
    const model = build({
      elements: [{ id: 's', type: 'startEvent', definition: several }, task('a')],
      flows: ['s>a'],
    });
    const play = new Play(model, {}, 'two');
    expect(play.position.subscriptions.map(({ name }) => name)).toEqual(['one']);
    const result = moving(play, structuredClone(model));
    expect(result).toEqual({ ok: true, state: play.state, commands: [] });
  });
});
