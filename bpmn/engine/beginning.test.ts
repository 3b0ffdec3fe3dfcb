/** By what a process begins, where it is not the start event without a trigger. */
import type { ProcessModel } from '../model/process.js';
import { EventRefused, initialState, step, type Event } from './index.js';
import { build, scope, type Part } from './testing/build.js';
import { clock, Play, START } from './testing/play.js';

const message = (name: string) => ({ type: 'message', message: { name: { value: name } } });
const signal = (name: string) => ({ type: 'signal', name: { value: name } });
const task = (id: string): Part => ({ id, type: 'userTask' });

type Start = Omit<Extract<Event, { type: 'start' }>, 'at' | 'type' | 'variables'>;

/** A case that was begun so. */
function begun(model: ProcessModel, by: Start): Play {
  const play = Object.create(Play.prototype) as Play;
  const state = initialState(model);
  Object.assign(play, { model, state, clock, at: START, commands: [], events: [] });
  return play.apply({ type: 'start', at: START, variables: {}, ...by });
}

const beginning = (model: ProcessModel, by: Start) => () => begun(model, by);

describe('a process begins', () => {
  const several = build({
    elements: [
      { id: 'plain', type: 'startEvent' },
      { id: 'paid', type: 'startEvent', definition: message('paid') },
      { id: 'alarm', type: 'startEvent', definition: signal('alarm') },
      {
        id: 'either',
        type: 'startEvent',
        definition: { type: 'multiple', parallel: false, parts: [signal('one'), message('two')] },
      },
      task('a'),
      task('b'),
      task('c'),
      task('d'),
    ],
    flows: ['plain>a', 'paid>b', 'alarm>c', 'either>d'],
  });

  it.each([
    [{}, 'a'],
    [{ message: 'paid' }, 'b'],
    [{ signal: 'alarm' }, 'c'],
    [{ signal: 'one' }, 'd'],
    [{ message: 'two' }, 'd'],
    [{ startEvent: 'alarm' }, 'c'],
  ])('at the one start event that is meant: %j', (by, expected) => {
    expect(begun(several, by).tasks).toEqual([expected]);
  });

  it.each([{ message: 'alarm' }, { signal: 'paid' }, { signal: 'two' }, { startEvent: 'a' }])(
    'by nothing that is not its own: %j',
    (by) => {
      expect(beginning(several, by)).toThrow(EventRefused);
    },
  );

  it('at its first typed start event when it has no other and none is meant', () => {
    const model = build({
      elements: [{ id: 'paid', type: 'startEvent', definition: message('paid') }, task('b')],
      flows: ['paid>b'],
    });
    expect(begun(model, {}).tasks).toEqual(['b']);
  });

  it('not by a message whose name is only known within a case', () => {
    const definition = { type: 'message', message: { name: { feel: '"paid"' } } };
    const model = build({
      elements: [{ id: 'paid', type: 'startEvent', definition }, task('b')],
      flows: ['paid>b'],
    });
    expect(beginning(model, { message: 'paid' })).toThrow(EventRefused);
  });

  it('at a receive task that is marked so, which has received its message then', () => {
    const model = build({
      elements: [
        { id: 'r', type: 'receiveTask', instantiate: true, message: { name: { value: 'paid' } } },
        task('a'),
      ],
      flows: ['r>a'],
    });
    const play = begun(model, { message: 'paid' });
    expect([play.tasks, play.count('r')]).toEqual([['a'], 1]);
    expect(play.position.subscriptions).toEqual([]);
    expect(beginning(model, { message: 'other' })).toThrow(EventRefused);
  });

  const gateway = (instantiate: string): ProcessModel =>
    build({
      elements: [
        { id: 'g', type: 'eventBasedGateway', instantiate },
        { id: 'm', type: 'intermediateCatchEvent', definition: message('paid') },
        { id: 's', type: 'intermediateCatchEvent', definition: signal('alarm') },
        { id: 'r', type: 'receiveTask', message: { name: { value: 'file' } } },
        task('a'),
        task('b'),
        task('c'),
      ],
      flows: ['g>m', 'g>s', 'g>r', 'm>a', 's>b', 'r>c'],
    });

  it.each([
    [{ message: 'paid' }, 'a'],
    [{ signal: 'alarm' }, 'b'],
    [{ message: 'file' }, 'c'],
  ])('by the first event behind an event-based gateway, and no other then: %j', (by, expected) => {
    const play = begun(gateway('exclusive'), by);
    expect(play.tasks).toEqual([expected]);
    expect(play.count('g')).toBe(1);
    expect(play.position.subscriptions).toEqual([]);
    expect(play.complete(expected).ended).toBe(true);
  });

  it('by one event behind a parallel gateway, and waits for all the others', () => {
    const play = begun(gateway('parallel'), { message: 'file' });
    expect(play.tasks).toEqual(['c']);
    expect(play.position.subscriptions.map(({ element }) => element)).toEqual(['m', 's']);
    play.complete('c').message('paid');
    expect(play.complete('a').ended).toBe(false);
    play.apply({ type: 'signalReceived', at: START, name: 'alarm', variables: {} });
    expect(play.complete('b').ended).toBe(true);
  });

  it('by the first of several that must all come, and waits for the others', () => {
    const all = (parts: object[]): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent', definition: { type: 'multiple', parallel: true, parts } },
          task('a'),
        ],
        flows: ['s>a'],
      });
    const hour = { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } };
    const timed = begun(all([signal('go'), hour]), { startEvent: 's' });
    expect(timed.position.timers).toEqual([]);
    expect(timed.position.subscriptions.map(({ name }) => name)).toEqual(['go']);
    expect(timed.tasks).toEqual([]);
    timed.apply({ type: 'signalReceived', at: START, name: 'go', variables: { n: 1 } });
    expect([timed.tasks, timed.variables]).toEqual([['a'], { n: 1 }]);

    const broken = begun(all([signal('go'), { type: 'signal', name: { feel: 'x +' } }]), {
      signal: 'go',
    });
    expect(broken.incidents).toEqual(['s: expression-failed']);
    const never = { type: 'timer', timer: { kind: 'cycle', value: { value: 'R0/PT1H' } } };
    const open = begun(all([never, signal('go')]), { startEvent: 's' });
    expect(open.position.subscriptions.map(({ name }) => name)).toEqual(['go']);
  });

  it('not while its event sub-processes cannot listen', () => {
    const broken: Part = {
      id: 'h',
      type: 'eventSubProcess',
      start: 'hs',
      interrupting: false,
      definition: { type: 'signal', name: { feel: 'x +' } },
      body: scope({ elements: [{ id: 'hs', type: 'startEvent' }], flows: [] }),
    };
    const model = build({
      elements: [
        { id: 'r', type: 'receiveTask', instantiate: true, message: { name: { value: 'paid' } } },
        broken,
      ],
      flows: [],
    });
    expect(beginning(model, { message: 'paid' })).toThrow(EventRefused);
  });
});

it('nothing happens in a case before it begins', () => {
  const event: Event = { type: 'setVariables', at: START, variables: {} };
  const model = build({ elements: [task('a')], flows: [] });
  expect(() => step(model, initialState(model), event, clock)).toThrow('办件尚未开始');
});

it('an element of a type that the engine does not know is not passed by', () => {
  const model = build({ elements: [{ id: 'x', type: 'toString' } as never], flows: [] });
  expect(() => new Play(model)).toThrow('toString');
});
