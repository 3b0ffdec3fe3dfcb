/** A step that would not end, or not soon, stops in one incident; the rest of the case goes on. */
import type { ProcessModel } from '../model/process.js';
import { build, scope, type Part } from './testing/build.js';
import { border, signal, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const throws = (id: string, definition: object): Part => ({
  ...{ id, type: 'intermediateThrowEvent' },
  definition,
});
const escalation = (code: string) => ({ type: 'escalation', code });

/** Waits at a task, and at the task `go` a token waits that sets off a handler. */
const handled = (definition: object, body: Part[], flows: string[], more: object = {}) =>
  build({
    elements: [
      start,
      { id: 'f', type: 'parallelGateway' },
      task('other'),
      task('go'),
      { id: 'after', type: 'scriptTask', script: { feel: '1' }, resultVariable: 'x' },
      {
        ...{ id: 'h', type: 'eventSubProcess', start: 'hs', definition, interrupting: false },
        body: scope({ elements: [{ id: 'hs', type: 'startEvent', definition }, ...body], flows }),
        ...more,
      },
    ],
    flows: ['s>f', 'f>other', 'f>go', 'go>after'],
  });

const bytes = (play: Play): number => JSON.stringify(play.state).length;

describe('a handler that sets itself off', () => {
  const again = (thrown: Part) => [thrown, task('t')];
  const send = (play: Play) =>
    play.apply({ type: 'signalReceived', at: play.at, name: 'g', variables: {} });

  it('by its own signal stops in one incident, with a state that can still be kept', () => {
    const play = send(
      new Play(handled(signal('g'), again(throws('a', signal('g'))), ['hs>a', 'a>t'])),
    );
    expect(play.incidents).toEqual(['h: endless-loop']);
    expect(play.position.incidents[0]?.message).toContain('“h”');
    expect(play.tasks).toEqual(['other', 'go']);
    expect(bytes(play)).toBeLessThan(2_000_000);
  });

  it('leaves the others to go on, and can be tried again to no more than one incident', () => {
    const play = send(
      new Play(handled(signal('g'), again(throws('a', signal('g'))), ['hs>a', 'a>t'])),
    );
    expect(play.complete('other').complete('go').variables).toMatchObject({ x: 1 });
    expect(play.retry().incidents).toHaveLength(1);
  });

  it('through another, by escalations, does so as well', () => {
    const answering = (id: string, own: string, other: string): Part => ({
      ...{ id, type: 'eventSubProcess', start: `${id}S`, interrupting: false },
      definition: escalation(own),
      body: scope({
        elements: [{ id: `${id}S`, type: 'startEvent' }, throws(`${id}T`, escalation(other))],
        flows: [`${id}S>${id}T`],
      }),
    });
    const play = new Play(
      build({
        elements: [
          ...[start, task('go'), throws('x', escalation('up')), task('after')],
          ...[answering('h', 'up', 'down'), answering('k', 'down', 'up')],
        ],
        flows: ['s>go', 'go>x', 'x>after'],
      }),
    );
    play.complete('go');
    expect(play.position.incidents.map(({ code }) => code)).toEqual(['endless-loop']);
    expect(bytes(play)).toBeLessThan(3_000_000);
  });

  it('by a condition does so as well', () => {
    const script = (id: string): Part => ({
      ...{ id, type: 'scriptTask', script: { feel: 'n + 1' }, resultVariable: 'n' },
    });
    const odd = { type: 'conditional', condition: { feel: 'modulo(n, 2) = 1' } };
    const conditional = handled(odd, [script('a'), script('b')], ['hs>a', 'a>b']);
    const play = new Play(conditional, { n: 0 });
    play.apply({ type: 'setVariables', at: play.at, variables: { n: 1 } });
    expect(play.incidents).toHaveLength(1);
    expect(play.tasks).toEqual(['other', 'go']);
  });
});

describe('a loop that waits for nobody', () => {
  const loop = (more: object = {}): ProcessModel =>
    build({
      elements: [
        start,
        { id: 'm', type: 'exclusiveGateway' },
        { id: 't', name: '计数', type: 'scriptTask', script: { feel: 'n' }, resultVariable: 'n' },
        { id: 'x', type: 'exclusiveGateway', default: 'x>m' },
        task('u'),
        ...Object.values(more),
      ],
      flows: ['s>m', 'm>t', 't>x', 'x>m', 'x>u: n > 0'],
    });

  it('is one incident, from which a retry goes on when the cause is mended', () => {
    const play = new Play(loop(), { n: 0 });
    expect(play.incidents).toHaveLength(1);
    expect(play.position.incidents[0]?.code).toBe('endless-loop');
    expect(play.retry().incidents).toHaveLength(1);
    expect(play.retry({ n: 1 }).incidents).toEqual([]);
    expect(play.tasks).toEqual(['u']);
  });

  it('of a case that was opened before longer steps stops as early as it did then', () => {
    const play = new Play(loop(), { n: 0 });
    const before = new Play(loop(), { n: 0 }, undefined, 1);
    expect(play.count('t') / before.count('t')).toBeCloseTo(5 / 3, 2);
  });

  it('inside a sub-process ends with it, and what waited behind it goes on', () => {
    const inner = scope({
      elements: [
        { id: 'b', type: 'startEvent' },
        { id: 'm', type: 'exclusiveGateway' },
        { id: 'p', type: 'parallelGateway' },
        task('side'),
      ],
      flows: ['b>m', 'm>p', 'p>side', 'p>m'],
    });
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          { id: 'sub', type: 'subProcess', body: inner },
          border('stop', 'sub', signal('stop')),
          task('behind'),
          task('late'),
        ],
        // sub first: what comes after it waits for its turn
        flows: ['s>f', 'f>sub', 'f>behind', 'stop>late'],
      }),
    );
    expect(play.incidents).toHaveLength(1);
    expect(play.tasks).not.toContain('behind');
    play.apply({ type: 'signalReceived', at: play.at, name: 'stop', variables: {} });
    expect(play.incidents).toEqual([]);
    expect(play.tasks.sort()).toEqual(['behind', 'late']);
  });
});

describe('too much for one step that is no circle', () => {
  /** So many in each of so many. */
  const nested = (outer: number, inner: number): ProcessModel => {
    const times = (count: number) => ({ sequential: false, cardinality: { feel: String(count) } });
    const body = scope({ elements: [task('t', { multiInstance: times(inner) })], flows: [] });
    return build({
      elements: [
        start,
        { id: 'sub', type: 'subProcess', body, multiInstance: times(outer) },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>sub', 'sub>e'],
    });
  };

  it('says so, and opens the rest when it is tried again', () => {
    const play = new Play(nested(100, 150));
    expect(play.incidents).toEqual(['t: step-too-long']);
    const opened = play.tasks.length;
    expect(opened).toBeGreaterThan(9_000);
    expect(play.retry().incidents).toEqual([]);
    expect(play.tasks).toHaveLength(15_000);
    expect(opened).toBeLessThan(10_100);
  });

  it('does not count what has ended: 20,000 instances of a script task finish', () => {
    const play = new Play(
      build({
        elements: [
          start,
          {
            ...{ id: 't', type: 'scriptTask', script: { feel: 'loopCounter' } },
            multiInstance: { sequential: false, cardinality: { feel: '20000' } },
          },
        ],
        flows: ['s>t'],
      }),
    );
    expect(play.incidents).toEqual([]);
    expect(play.ended).toBe(true);
    expect(play.count('t')).toBe(20_000);
  });

  it('leaves no join that became ready before it stopped behind', () => {
    const wide = Array.from({ length: 10_050 }, (_, i): Part => ({ id: `w${i}`, type: 'task' }));
    const body = scope({ elements: wide, flows: [] });
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          { id: 'a', type: 'task' },
          { id: 'x', type: 'exclusiveGateway', default: 'x>dead' },
          { id: 'dead', type: 'endEvent' },
          { id: 'j', type: 'inclusiveGateway' },
          task('after'),
          { id: 'sub', type: 'subProcess', body },
        ],
        flows: ['s>f', 'f>a', 'a>j', 'f>x', 'x>j: false', 'x>dead', 'j>after', 'f>sub'],
      }),
    );
    expect(play.incidents).toHaveLength(1);
    expect(play.retry().incidents).toEqual([]);
    expect(play.tasks).toEqual(['after']);
  });
});
