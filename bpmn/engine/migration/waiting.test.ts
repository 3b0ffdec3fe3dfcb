/** What a case waits for after it has been moved. */
import type { ProcessModel } from '../../model/process.js';
import { build, scope, type Part } from '../testing/build.js';
import { moved, moving, problems } from '../testing/moved.js';
import { Play } from '../testing/play.js';

const HOUR = 3_600_000;
const start: Part = { id: 's', type: 'startEvent' };
const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });
const timer = (value: string) => ({ type: 'timer', timer: { kind: 'duration', value: { value } } });
const message = (name: string) => ({ type: 'message', message: { name: { value: name } } });
const signal = (name: string) => ({ type: 'signal', name: { value: name } });
const border = (id: string, attachedTo: string, definition: object, more: object = {}): Part => ({
  ...{ id, type: 'boundaryEvent', attachedTo, definition },
  ...more,
});

/** Start, this part, then the task `after`; boundary events lead to it as well. */
const one = (part: Part, more: Part[] = []): ProcessModel =>
  build({
    elements: [start, part, task('after'), ...more],
    flows: [
      `s>${part.id}`,
      `${part.id}>after`,
      ...more.filter(({ type }) => type === 'boundaryEvent').map(({ id }) => `${id}>after`),
    ],
  });

/** Names of messages and signals, and elements of timers, that are waited for. */
const waiting = ({ position }: Play): string[] => [
  ...position.subscriptions.map(({ name }) => name),
  ...position.timers.map(({ element }) => element),
];
const told = (before: Play, after: Play): string[] =>
  after.commands.slice(before.commands.length).map(({ type }) => type);
const due = (play: Play): number[] => play.position.timers.map((open) => open.due - play.at);

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

describe('a token that rests at an event', () => {
  const caught = (id: string, definition: object): ProcessModel =>
    one({ id, type: 'intermediateCatchEvent', definition });

  it('waits for what the new version draws there', () => {
    const play = new Play(caught('x', message('paid')));
    const after = moved(play, caught('y', signal('go')), { elements: { x: 'y' } });
    expect(waiting(after)).toEqual(['go']);
    after.apply({ type: 'signalReceived', at: after.at, name: 'go', variables: {} });
    expect(after.tasks).toEqual(['after']);
  });

  it('keeps the time it waits for, under whatever name', () => {
    const play = new Play(caught('x', timer('PT2H'))).advance(HOUR);
    const after = moved(play, caught('y', timer('PT2H')), { elements: { x: 'y' } });
    expect(due(after)).toEqual([HOUR]);
    expect(after.advance(HOUR).tasks).toEqual(['after']);
  });

  it('of a receive task waits for the message that is meant now', () => {
    const receiving = (name: string): ProcessModel =>
      one({ id: 'r', type: 'receiveTask', message: { name: { value: name } } });
    const play = new Play(receiving('paid'));
    const after = moved(play, receiving('refunded'));
    expect(waiting(after)).toEqual(['refunded']);
    expect(after.message('refunded').tasks).toEqual(['after']);
  });

  it('at an event-based gateway waits for the events behind it as they are now', () => {
    const deciding = (events: Part[]): ProcessModel =>
      build({
        elements: [start, { id: 'g', type: 'eventBasedGateway' }, task('after'), ...events],
        flows: ['s>g', ...events.flatMap(({ id }) => [`g>${id}`, `${id}>after`])],
      });
    const event = (id: string, definition: object): Part => ({
      ...{ id, type: 'intermediateCatchEvent', definition },
    });
    const receive: Part = { id: 'r', type: 'receiveTask', message: { name: { value: 'paid' } } };
    const play = new Play(deciding([event('t', timer('PT2H')), receive])).advance(HOUR);
    const after = moved(
      play,
      deciding([event('t', timer('PT9H')), receive, event('n', signal('no'))]),
    );
    expect([waiting(after), due(after)]).toEqual([['paid', 'no', 't'], [HOUR]]);
    expect(told(play, after)).toEqual(['subscribe']);
    expect(after.message('paid').tasks).toEqual(['after']);
  });

  it('does not move to where it would wait for nothing', () => {
    const play = new Play(caught('x', message('paid')));
    expect(problems(play, caught('x', { type: 'link' }))).toEqual(['x: not-armed']);
    const parts = [message('one'), message('two')];
    const opened = (definition?: object): ProcessModel =>
      build({
        elements: [{ ...start, ...(definition && { definition }) }, task('a')],
        flows: ['s>a'],
      });
    const half = new Play(opened({ type: 'multiple', parallel: true, parts }), {}, 'one');
    expect(problems(half, opened())).toEqual(['s: not-armed']);
  });
});

describe('an event sub-process', () => {
  const handler = (id: string, definition: object, more: object = {}): Part => ({
    ...{ id, type: 'eventSubProcess', start: `${id}S`, definition, interrupting: false },
    body: scope({
      elements: [{ id: `${id}S`, type: 'startEvent', definition }, task(`${id}T`)],
      flows: [`${id}S>${id}T`],
    }),
    ...more,
  });

  it('is waited for as the new version draws it, in the scope it stands in', () => {
    const play = new Play(one(task('a'), [handler('h', message('stop'))]));
    const after = moved(play, one(task('a'), [handler('h', message('halt'))]));
    expect(waiting(after)).toEqual(['halt']);
    expect(after.message('halt').tasks).toEqual(['a', 'hT']);
    const renamed = moved(play, one(task('a'), [handler('k', message('stop'))]), {
      elements: { h: 'k' },
    });
    expect(renamed.message('stop').tasks).toEqual(['a', 'kT']);
  });

  it('that the new version adds is waited for, and not the one it has no more', () => {
    const play = new Play(one(task('a'), [handler('h', message('stop'))]));
    expect(waiting(moved(play, one(task('a'), [handler('k', signal('go'))])))).toEqual(['go']);
    expect(waiting(moved(play, one(task('a'))))).toEqual([]);
  });

  it('stays what has begun: nothing else begins beside one that interrupted its scope', () => {
    const drawn = (more: Part[]): ProcessModel =>
      one(task('a'), [handler('h', message('stop'), { interrupting: true }), ...more]);
    const play = new Play(drawn([])).message('stop');
    const after = moved(play, drawn([handler('k', signal('go'))]));
    expect(after.tasks).toEqual(['hT']);
    expect(waiting(after)).toEqual([]);
  });
});

describe('what an incident holds', () => {
  const broken = { feel: 'x +' };

  it('waits for nothing before its turn, and then for all that the new version draws', () => {
    const reading = (source: object): Part => task('a', { inputs: [{ target: 'n', source }] });
    const play = new Play(one(reading(broken)));
    expect(play.incidents).toEqual(['a: expression-failed']);
    const late = [border('late', 'a', timer('PT1H'))];
    const after = moved(play, one(reading({ feel: '1' }), late));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['late']);
  });

  it('waits once it can wait for all its events', () => {
    const stop = border('stop', 'a', { type: 'signal', name: broken });
    const play = new Play(one(task('a'), [stop]));
    expect(play.incidents).toEqual(['a: expression-failed']);
    const both = [border('stop', 'a', signal('stop')), border('late', 'a', timer('PT1H'))];
    const after = moved(play, one(task('a'), both));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['stop', 'late']);
  });

  it('after its own work began goes on waiting, and for what is added too', () => {
    const calling: Part = { id: 'a', type: 'serviceTask', adapter: 'x' };
    const stop = border('stop', 'a', signal('stop'));
    const play = new Play(one(calling, [stop])).fail('a');
    expect(play.incidents).toEqual(['a: adapter-failed']);
    const after = moved(play, one(calling, [stop, border('late', 'a', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['stop', 'late']);
    expect(waiting(after.retry())).toEqual(['stop', 'late']);
  });

  it('leaves others waiting as they do', () => {
    const two = (more: Part[]): ProcessModel =>
      build({
        elements: [
          ...[start, { id: 'f', type: 'parallelGateway' } as Part, task('a')],
          ...[task('b', { inputs: [{ target: 'n', source: broken }] }), ...more],
        ],
        flows: ['s>f', 'f>a', 'f>b'],
      });
    const after = moved(new Play(two([])), two([border('late', 'a', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['late']);
  });

  it('of a scope that cannot listen yet begins to listen once, when it is mended', () => {
    const handler = (id: string, name: object): Part => ({
      ...{ id, type: 'eventSubProcess', start: `${id}S`, interrupting: false },
      definition: { type: 'signal', name },
      body: scope({ elements: [{ id: `${id}S`, type: 'startEvent' }], flows: [] }),
    });
    const play = new Play(one(task('a'), [handler('h', broken)]));
    expect(play.incidents).toEqual([': expression-failed']);
    const both = [handler('h', { value: 'one' }), handler('k', { value: 'two' })];
    const after = moved(play, one(task('a'), both));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['one', 'two']);
  });
});

it('a case is not moved when an event of the new version cannot be waited for, and it is said why', () => {
  const stop = border('b', 'a', { type: 'signal', name: { feel: 'x +' } });
  const result = moving(new Play(one(task('a'))), one(task('a'), [stop]));
  expect(!result.ok && result.problems[0]?.message).toContain('x +');
});
