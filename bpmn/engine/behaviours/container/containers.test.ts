import { build, scope, type Part } from '../../testing/build.js';
import { Play } from '../../testing/play.js';

const start: Part = { id: 's', type: 'startEvent' };
const end: Part = { id: 'e', type: 'endEvent' };
const task = (id: string, more: Record<string, unknown> = {}): Part => ({
  id,
  type: 'userTask',
  ...more,
});
const gather = { outputCollection: 'out', outputElement: { feel: 'a.outcome' } };

describe('multi-instance', () => {
  const many = (multiInstance: Record<string, unknown>): ReturnType<typeof build> =>
    build({
      elements: [start, task('a', { multiInstance }), end],
      flows: ['s>a', 'a>e'],
    });

  it('opens all at once, keeps the answers apart and gathers them in the order of the input', () => {
    const model = many({ sequential: false, collection: { feel: 'xs' }, element: 'x', ...gather });
    const play = new Play(model, { xs: ['p', 'q'] });
    expect(play.position.tasks.map(({ inputs, loopCounter }) => [inputs, loopCounter])).toEqual([
      [{ x: 'p' }, 0],
      [{ x: 'q' }, 1],
    ]);
    play
      .complete('a', { answer: { outcome: 'second' } }, 1)
      .complete('a', { answer: { outcome: 'first' } }, 0);
    expect(play.variables.out).toEqual(['first', 'second']);
    expect(play.count('a')).toBe(2);
    expect(play.ended).toBe(true);
  });

  it('goes one by one when sequential', () => {
    const play = new Play(many({ sequential: true, cardinality: { feel: '2' } }));
    expect(play.tasks).toEqual(['a']);
    play.complete('a', {}, 0);
    expect(play.position.tasks[0]?.loopCounter).toBe(1);
    expect(play.complete('a').ended).toBe(true);
  });

  it('is over at once when there is nothing to do', () => {
    const play = new Play(many({ sequential: false, cardinality: { feel: '0' }, ...gather }));
    expect(play.ended).toBe(true);
    expect(play.variables.out).toEqual([]);
  });

  it('cancels the rest when the completion condition holds', () => {
    const completionCondition = { feel: 'nrOfCompletedInstances / nrOfInstances >= 0.5' };
    const play = new Play(
      many({ sequential: false, cardinality: { feel: '4' }, completionCondition }),
    );
    expect(play.complete('a').ended).toBe(false);
    expect(play.complete('a').ended).toBe(true);
    expect(
      play.commands.filter((c) => c.type === 'closeTask' && c.reason === 'cancelled'),
    ).toHaveLength(2);
  });

  it('keeps a large parallel one to a window of 200', () => {
    const play = new Play(many({ sequential: false, cardinality: { feel: '1000' } }));
    expect(play.tasks).toHaveLength(200);
    for (let i = 0; i < 1000; i += 1) play.complete('a');
    expect(play.ended).toBe(true);
    expect(play.count('a')).toBe(1000);
  });

  it('has one boundary timer for all its instances', () => {
    const definition = { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } };
    const play = new Play(
      build({
        elements: [
          start,
          task('a', { multiInstance: { sequential: false, cardinality: { feel: '3' } } }),
          { id: 't', type: 'boundaryEvent', attachedTo: 'a', definition },
          task('late'),
        ],
        flows: ['s>a', 't>late'],
      }),
    );
    expect(play.position.timers).toHaveLength(1);
    expect(play.advance(3_600_000).tasks).toEqual(['late']);
  });
});

describe('call activity', () => {
  const child = {
    ...build({
      elements: [
        task('c'),
        { id: 'bad', type: 'endEvent', definition: { type: 'error', code: 'E' } },
        { id: 'x', type: 'exclusiveGateway', default: 'x>ok' },
        { id: 'ok', type: 'endEvent' },
      ],
      flows: ['c>x', 'x>bad: wrong', 'x>ok'],
    }),
    id: 'child',
  };
  const call = (more: Record<string, unknown>): Play =>
    new Play(
      build(
        {
          elements: [
            start,
            { id: 'call', type: 'callActivity', calledElement: 'child', separate: false, ...more },
            {
              id: 'b',
              type: 'boundaryEvent',
              attachedTo: 'call',
              definition: { type: 'error', code: 'E' },
            },
            task('mend'),
            end,
          ],
          flows: ['s>call', 'call>e', 'b>mend'],
        },
        { child },
      ),
      { x: 1, wrong: false },
    );

  it('runs the called process with mapped variables of its own', () => {
    const play = call({
      inputs: [
        { target: 'y', source: { feel: 'x + 1' } },
        { target: 'wrong', source: { feel: 'false' } },
      ],
      outputs: [{ target: 'z', source: { feel: 'y' } }],
    });
    play.complete('c', { variables: { x: 100 } });
    expect(play.ended).toBe(true);
    expect(play.variables).toEqual({ x: 1, wrong: false, z: 2 });
  });

  it('lets an error out to its boundary', () => {
    expect(call({}).complete('c', { variables: { wrong: true } }).tasks).toEqual(['mend']);
  });

  it('starts a case of its own when separate, and writes its result', () => {
    const play = call({ separate: true, item: '210125001000' });
    const [open] = play.position.children;
    expect(open).toMatchObject({ element: 'call', process: 'child', item: '210125001000' });
    play.apply({
      type: 'childDone',
      at: play.at,
      occurrence: open?.occurrence ?? '',
      result: { state: 'granted' },
    });
    expect(play.variables.call).toEqual({ state: 'granted' });
    expect(play.ended).toBe(true);
  });

  it('that calls itself without end is an incident', () => {
    const model = build({
      elements: [{ id: 'call', type: 'callActivity', calledElement: 'process', separate: false }],
      flows: [],
    });
    expect(new Play(model).incidents).toEqual(['call: call-failed']);
  });
});

describe('sub-process', () => {
  it('has its own parallel joins for each instance of a multi-instance', () => {
    const body = scope({
      elements: [
        { id: 'f', type: 'parallelGateway' },
        task('a'),
        task('b'),
        { id: 'j', type: 'parallelGateway' },
      ],
      flows: ['f>a', 'f>b', 'a>j', 'b>j'],
    });
    const multiInstance = { sequential: false, cardinality: { feel: '2' } };
    const play = new Play(
      build({
        elements: [start, { id: 'sub', type: 'subProcess', body, multiInstance }, end],
        flows: ['s>sub', 'sub>e'],
      }),
    );
    play.complete('a').complete('a');
    expect(play.count('j')).toBe(0);
    expect(play.complete('b').complete('b').ended).toBe(true);
    expect(play.count('j')).toBe(2);
  });
});

describe('an ad-hoc sub-process that cannot begin', () => {
  it('listens for its event sub-processes once when it is tried again', () => {
    const definition = { type: 'message', message: { name: { value: 'stop' } } };
    const handler: Part = {
      ...{ id: 'h', type: 'eventSubProcess', start: 'hs', definition, interrupting: true },
      body: scope({ elements: [{ id: 'hs', type: 'startEvent', definition }], flows: [] }),
    };
    const body = scope({ elements: [task('a'), handler], flows: [] });
    const sub: Part = { id: 'sub', type: 'adHocSubProcess', active: { feel: 'chosen' }, body };
    const play = new Play(build({ elements: [start, sub], flows: ['s>sub'] }));
    expect(play.incidents).toEqual(['sub: expression-failed']);
    expect(play.position.subscriptions).toEqual([]);
    play.retry({ chosen: ['a'] });
    expect(play.tasks).toEqual(['a']);
    expect(play.position.subscriptions.map(({ name }) => name)).toEqual(['stop']);
  });
});
