import { build, type Part } from '../../testing/build.js';
import { Play } from '../../testing/play.js';

const task = (id: string, more: Record<string, unknown> = {}): Part => ({
  id,
  type: 'userTask',
  ...more,
});
const start: Part = { id: 's', type: 'startEvent' };
const end = (id: string): Part => ({ id, type: 'endEvent' });

describe('exclusive gateway', () => {
  const model = build({
    elements: [start, { id: 'x', type: 'exclusiveGateway' }, task('a'), task('b')],
    flows: ['s>x', 'x>a: n > 1', 'x>b: n > 0'],
  });

  it('takes the first flow in the order of the diagram whose condition holds', () => {
    expect(new Play(model, { n: 2 }).tasks).toEqual(['a']);
    expect(new Play(model, { n: 1 }).tasks).toEqual(['b']);
  });

  it('holds the token with an incident when no flow can be taken, until a retry', () => {
    const play = new Play(model, { n: 0 });
    expect(play.incidents).toEqual(['x: no-flow-taken']);
    expect(play.ended).toBe(false);
    play.retry({ n: 1 });
    expect(play.incidents).toEqual([]);
    expect(play.tasks).toEqual(['b']);
  });

  it('raises an incident when a condition is neither true nor false', () => {
    const play = new Play(build({ ...plain, flows: ['s>x', 'x>a: missing', 'x>b'] }));
    expect(play.incidents).toEqual(['x: expression-failed']);
  });

  const plain = {
    elements: [start, { id: 'x', type: 'exclusiveGateway' } as Part, task('a'), task('b')],
  };
});

describe('parallel gateway', () => {
  it('waits for a token on each flow and keeps what is too many', () => {
    const model = build({
      elements: [
        start,
        { id: 'f', type: 'parallelGateway' },
        task('a'),
        task('b'),
        task('c'),
        { id: 'm', type: 'exclusiveGateway' },
        { id: 'j', type: 'parallelGateway' },
        task('d'),
      ],
      flows: ['s>f', 'f>a', 'f>b', 'f>c', 'a>m', 'b>m', 'm>j', 'c>j', 'j>d'],
    });
    const play = new Play(model).complete('a').complete('b');
    expect(play.tasks).toEqual(['c']);
    play.complete('c').complete('d');
    expect(play.ended).toBe(false);
    expect(play.position.active).toEqual(['j']);
  });
});

describe('inclusive gateway', () => {
  const model = (extra: string[]): ReturnType<typeof build> =>
    build({
      elements: [
        start,
        { id: 'f', type: 'inclusiveGateway' },
        task('a'),
        task('b'),
        { id: 'x', type: 'exclusiveGateway', default: 'x>j' },
        { id: 'j', type: 'inclusiveGateway' },
        task('c'),
        end('e'),
        end('dead'),
      ],
      flows: [
        's>f',
        'f>a: a',
        'f>b: b',
        'a>j',
        'b>x',
        'x>dead: dies',
        'x>j',
        'j>c',
        'c>e',
        ...extra,
      ],
    });

  it('waits for exactly the branches that were taken', () => {
    expect(new Play(model([]), { a: true, b: false, dies: false }).complete('a').tasks).toEqual([
      'c',
    ]);
    const both = new Play(model([]), { a: true, b: true, dies: false }).complete('a');
    expect(both.tasks).toEqual(['b']);
    expect(both.complete('b').tasks).toEqual(['c']);
    expect(both.count('j')).toBe(1);
  });

  it('goes on when the token it waits for dies after the last arrival', () => {
    const play = new Play(model([]), { a: true, b: true, dies: true }).complete('a');
    expect(play.tasks).toEqual(['b']);
    expect(play.complete('b').tasks).toEqual(['c']);
    expect(play.complete('c').ended).toBe(true);
  });

  it('does not wait for a token that can reach a flow where one waits already', () => {
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          { id: 'm', type: 'exclusiveGateway' },
          { id: 'x', type: 'exclusiveGateway' },
          { id: 'j', type: 'inclusiveGateway' },
          task('c'),
        ],
        flows: ['s>f', 'f>a', 'f>b', 'a>m', 'm>j', 'b>x', 'x>m: true', 'x>j', 'j>c'],
      }),
    );
    expect(play.complete('a').tasks).toEqual(['b', 'c']);
  });

  it('waits for a token that could come through a boundary event', () => {
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          {
            id: 'late',
            type: 'boundaryEvent',
            attachedTo: 'b',
            definition: { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } },
          },
          { id: 'j', type: 'inclusiveGateway' },
          task('c'),
          end('e'),
        ],
        flows: ['s>f', 'f>a', 'f>b', 'a>j', 'b>e', 'late>j', 'j>c'],
      }),
    ).complete('a');
    expect(play.tasks).toEqual(['b']);
    play.advance(3_600_000);
    expect(play.tasks).toEqual(['c']);
    expect(play.count('j')).toBe(1);
  });
});

describe('an activity with several outgoing flows', () => {
  it('splits: all unconditional flows and all whose condition holds', () => {
    const model = build({
      elements: [start, task('a'), task('b'), task('c'), task('d')],
      flows: ['s>a', 'a>b', 'a>c: n > 1', 'a>d: n > 2'],
    });
    expect(new Play(model, { n: 2 }).complete('a').tasks).toEqual(['b', 'c']);
  });

  it('takes the default flow only when there is no other', () => {
    const model = build({
      elements: [start, task('a', { default: 'a>c' }), task('b'), task('c')],
      flows: ['s>a', 'a>b: n > 1', 'a>c: n > 100'],
    });
    expect(new Play(model, { n: 2 }).complete('a').tasks).toEqual(['b']);
    expect(new Play(model, { n: 1 }).complete('a').tasks).toEqual(['c']);
  });
});

describe('complex gateway', () => {
  it('whose reset fails holds it as one incident, until a retry', () => {
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          { id: 'j', type: 'complexGateway', activation: { feel: 'activationCount >= 1' } },
          task('first'),
          task('rest'),
        ],
        flows: [
          's>f',
          'f>a',
          'f>b',
          'a>j',
          'b>j',
          'j>first',
          'j>rest: if waitingForStart then false else late = "yes" and late',
        ],
      }),
      { late: 'yes' },
    );
    play.complete('a').complete('b');
    expect(play.incidents).toEqual(['j: expression-failed']);
    expect(play.retry().incidents).toEqual(['j: expression-failed']);
    expect(play.complete('first').incidents).toEqual(['j: expression-failed']);
    play.retry({ late: 'no' });
    expect(play.incidents).toEqual([]);
    expect(play.ended).toBe(true);
  });
});
