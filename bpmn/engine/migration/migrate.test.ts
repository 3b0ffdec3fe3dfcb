import fc from 'fast-check';
import type { ProcessModel } from '../../model/process.js';
import { EventRefused, type Event } from '../index.js';
import { build, type Part } from '../testing/build.js';
import { block, modelOf } from '../testing/blocks.js';
import { moved, problems } from '../testing/moved.js';
import { Play } from '../testing/play.js';
import { modelOfTangle, tangle } from '../testing/tangles.js';
import { walk } from '../testing/walk.js';
import { without } from '../testing/without.js';

const HOUR = 3_600_000;
const timer = (id: string, attachedTo: string, value: string, interrupting = true): Part => ({
  id,
  type: 'boundaryEvent',
  attachedTo,
  interrupting,
  definition: { type: 'timer', timer: { kind: 'duration', value: { value } } },
});

const version = (name: string, extra: Part[] = [], flows: string[] = []): ProcessModel =>
  build({
    elements: [
      { id: 's', type: 'startEvent' },
      { id: 'fork', type: 'parallelGateway' },
      { id: name, type: 'userTask', name },
      { id: 'b', type: 'userTask' },
      { id: 'join', type: 'parallelGateway' },
      { id: 'e', type: 'endEvent' },
      ...extra,
    ],
    flows: ['s>fork', `fork>${name}`, 'fork>b', `${name}>join`, 'b>join', 'join>e', ...flows],
  });

describe('a migration', () => {
  it('moves tokens to the elements of the same id, and those that wait at a join', () => {
    const play = moved(new Play(version('a')).complete('b'), version('a'));
    expect(play.tasks).toEqual(['a']);
    expect(play.complete('a').ended).toBe(true);
  });

  it('moves a task to another element when told so: it opens under its new name', () => {
    const play = new Play(version('a'));
    expect(problems(play, version('review'))).toEqual(['a: element-missing']);
    const after = moved(play, version('review'), { elements: { a: 'review' } });
    expect(after.tasks).toEqual(['review', 'b']);
    expect(after.commands.slice(-2).map(({ type }) => type)).toEqual(['closeTask', 'openTask']);
    expect(after.complete('review').complete('b').ended).toBe(true);
  });

  it('is refused, all of it, when an element has become something else', () => {
    const other = version('x', [{ id: 'a', type: 'scriptTask', script: { feel: '1' } }]);
    expect(problems(new Play(version('a')), other)).toEqual(['a: type-differs']);
  });

  it('is refused when a path on which a token waits is gone', () => {
    const without = build({
      elements: [
        { id: 's', type: 'startEvent' },
        { id: 'a', type: 'userTask' },
        { id: 'b', type: 'userTask' },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>a', 'a>b', 'b>e'],
    });
    const play = new Play(version('a')).complete('b');
    expect(problems(play, without)).toEqual(['join: element-missing']);
  });

  it('is refused when that path leads to something else now: the token would rest there for ever', () => {
    const play = new Play(version('a')).complete('b');
    const inserted = version('a', [{ id: 'new', type: 'userTask' }], ['new>join']);
    const flow = inserted.body.flows.find(({ id }) => id === 'b>join')!;
    flow.target = 'new';
    inserted.body.elements['join']!.incoming = ['a>join', 'new>join'];
    inserted.body.elements['new']!.incoming = ['b>join'];
    expect(problems(play, inserted)).toEqual(['join: flow-missing']);
  });

  it('lets a timer keep its due time, unless it is to be set anew', () => {
    const before = version('a', [timer('late', 'a', 'PT2H')], ['late>e']);
    const after = version('a', [timer('late', 'a', 'PT8H')], ['late>e']);
    const play = new Play(before).advance(HOUR);
    const due = (one: Play): number[] => one.position.timers.map((open) => open.due - play.at);
    expect(due(moved(play, after))).toEqual([HOUR]);
    expect(due(moved(play, after, { retime: ['late'] }))).toEqual([8 * HOUR]);
  });

  it('begins to wait for what the new version adds, and stops for what it has not', () => {
    const before = version('a', [timer('old', 'a', 'PT1H')], ['old>e']);
    const after = version('a', [timer('new', 'a', 'PT3H')], ['new>e']);
    const play = moved(new Play(before), after);
    expect(play.position.timers.map(({ element }) => element)).toEqual(['new']);
    expect(play.commands.some(({ type }) => type === 'cancelTimer')).toBe(true);
  });

  it('does not wait again for what has happened', () => {
    const before = version('a', [timer('once', 'a', 'PT1H', false)], ['once>e']);
    const play = new Play(before).advance(2 * HOUR);
    expect(play.count('once')).toBe(1);
    expect(moved(play, before).position.timers).toEqual([]);
  });

  it('does not move work that an adapter is doing', () => {
    const calling = (id: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          { id, type: 'serviceTask', adapter: 'licence' },
          { id: 'e', type: 'endEvent' },
        ],
        flows: [`s>${id}`, `${id}>e`],
      });
    const play = new Play(calling('w'));
    expect(problems(play, calling('w'))).toEqual([]);
    expect(problems(play, calling('v'), { elements: { w: 'v' } })).toEqual(['w: work-in-flight']);
  });

  it('moves what lives in a sub-process with it', () => {
    const nested = (inner: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          {
            id: 'sub',
            type: 'subProcess',
            body: build({
              elements: [
                { id: 'is', type: 'startEvent' },
                { id: inner, type: 'userTask' },
              ],
              flows: [`is>${inner}`],
            }).body,
          },
          { id: 'e', type: 'endEvent' },
        ],
        flows: ['s>sub', 'sub>e'],
      });
    const play = moved(new Play(nested('x')), nested('y'), { elements: { x: 'y' } });
    expect(play.tasks).toEqual(['y']);
    expect(play.complete('y').ended).toBe(true);
    expect(problems(new Play(nested('x')), nested('y'))).toEqual(['x: element-missing']);
  });

  it('is refused when an incident stands at an element that is gone: a retry would find nothing', () => {
    const choosing = (gateway: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          { id: gateway, type: 'exclusiveGateway' },
          { id: 'a', type: 'userTask' },
          { id: 'e', type: 'endEvent' },
        ],
        flows: [`s>${gateway}`, `${gateway}>a: n > 1`, 'a>e'],
      });
    const play = new Play(choosing('split'), { n: 0 });
    expect(play.incidents).toEqual(['split: no-flow-taken']);
    expect(problems(play, choosing('fork'))).toEqual(['split: element-missing']);
    const after = moved(play, choosing('fork'), { elements: { split: 'fork' } });
    expect(after.retry({ n: 2 }).tasks).toEqual(['a']);
  });

  it('is refused when what may have to be undone is gone', () => {
    const booking = (name: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          { id: name, type: 'task', compensation: 'undo' },
          { id: 'b', type: 'boundaryEvent', attachedTo: name, definition: { type: 'compensate' } },
          { id: 'undo', type: 'userTask', isForCompensation: true },
          { id: 'wait', type: 'userTask' },
          { id: 'e', type: 'endEvent', definition: { type: 'compensate', wait: true } },
        ],
        flows: [`s>${name}`, `${name}>wait`, 'wait>e'],
      });
    const play = new Play(booking('book'));
    expect(problems(play, booking('reserve'))).toEqual(['book: element-missing']);
    const after = moved(play, booking('reserve'), { elements: { book: 'reserve' } });
    expect(after.complete('wait').tasks).toEqual(['undo']);
  });

  it('is refused when the process that is being called is no longer part of it', () => {
    const callee: ProcessModel = { ...version('x'), id: 'called' };
    const calling = (called: Record<string, ProcessModel>): ProcessModel =>
      build(
        {
          elements: [
            { id: 's', type: 'startEvent' },
            { id: 'call', type: 'callActivity', calledElement: 'called' },
            { id: 'e', type: 'endEvent' },
          ],
          flows: ['s>call', 'call>e'],
        },
        called,
      );
    const play = new Play(calling({ called: callee }));
    expect(play.tasks).toEqual(['x', 'b']);
    expect(problems(play, calling({}))).toContain('call: call-missing');
  });

  it('that is not refused leaves a case that can go on, whatever the two diagrams', () => {
    const drawn = fc.oneof(block.map(modelOf), tangle.map(modelOfTangle));
    const order = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });
    const next = fc.oneof(drawn, fc.constant(null));
    fc.assert(
      fc.property(
        drawn,
        next,
        fc.nat({ max: 3 }),
        order,
        fc.nat({ max: 20 }),
        (a, b, n, o, most) => {
          const play = walk(a, n, o, () => undefined, most);
          const to = b ?? without(a, o[0] ?? 0);
          if (play.ended || problems(play, to).length > 0) return;
          goOn(moved(play, to), o);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** Does something of all that could be done, again and again; an engine that misses a part throws. */
function goOn(play: Play, order: number[]): void {
  for (let i = 0; i < 30 && !play.ended; i += 1) {
    const { tasks, subscriptions, incidents } = play.position;
    const { at } = play;
    const possible: Event[] = [
      ...tasks.map(({ key }): Event => ({ type: 'completeTask', at, key, answer: {} })),
      ...subscriptions.map(({ name }): Event => ({
        type: 'signalReceived',
        at,
        name,
        variables: {},
      })),
      ...incidents.map(({ id }): Event => ({ type: 'retryIncident', at, id })),
    ];
    const event = possible[((order[i % order.length] ?? 0) + i) % Math.max(1, possible.length)];
    if (!event) return;
    try {
      play.apply(event);
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
    }
  }
}
