/** What passes between the engine and its host: keys, incidents, counters that people and adapters see. */
import { build, scope, type Part } from './testing/build.js';
import { Play } from './testing/play.js';

const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });
const work: Part = { id: 'w', type: 'serviceTask', adapter: 'seal' };
const start: Part = { id: 's', type: 'startEvent' };

describe('a key', () => {
  const play = (): Play => new Play(build({ elements: [task('a'), work], flows: [] }));
  const code = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return 'accepted';
  };

  it('opens what it names and nothing else', () => {
    const one = play();
    const { at } = one;
    const answered = (key: string) => () =>
      one.apply({ type: 'completeTask', at, key, answer: {} });
    expect(code(answered('b~2'))).toBe('task-not-open');
    expect(code(answered('w~3'))).toBe('task-not-open');
    expect(code(answered('process~1'))).toBe('task-not-open');
    expect(code(answered('a~2'))).toBe('accepted');
  });

  it('of an adapter’s work may escalate too', () => {
    const border: Part = {
      id: 'b',
      type: 'boundaryEvent',
      attachedTo: 'w',
      interrupting: false,
      definition: { type: 'escalation' },
    };
    const one = new Play(build({ elements: [work, border, task('told')], flows: ['b>told'] }));
    const key = one.position.activities[0]?.occurrence ?? '';
    expect(one.apply({ type: 'escalated', at: one.at, key, code: 'late' }).tasks).toEqual(['told']);
    expect(one.position.activities).toHaveLength(1);
  });

  it('refused says which: nothing begun, nothing after the end', () => {
    const ended = new Play(build({ elements: [{ id: 'p', type: 'task' }], flows: [] }));
    const set = (one: Play) => () => one.apply({ type: 'setVariables', at: one.at, variables: {} });
    expect(code(set(ended))).toBe('already-ended');
    const unborn = Object.assign(play(), { state: { ...play().state, started: false } });
    expect(code(set(unborn))).toBe('not-started');
  });
});

it('an incident is told when it is raised and when it is resolved', () => {
  const broken: Part = { id: 'x', type: 'scriptTask', script: { feel: 'x +' } };
  const play = new Play(build({ elements: [broken], flows: [] }));
  const [raised] = play.position.incidents;
  expect(play.commands).toEqual([{ type: 'raiseIncident', incident: raised }]);
  expect(raised).toMatchObject({ element: 'x', code: 'expression-failed', at: play.at });
  play.retry();
  expect(play.commands[1]).toEqual({ type: 'resolveIncident', id: raised?.id });
});

describe('counters of a multi-instance', () => {
  const seen = ['nrOfInstances', 'nrOfActiveInstances', 'numberOfCompletedInstances'];
  const inputs = seen.map((feel) => ({ target: feel, source: { feel } }));
  const counting = (sequential: boolean): Play =>
    new Play(
      build({
        elements: [
          task('a', { inputs, multiInstance: { sequential, cardinality: { feel: '3' } } }),
        ],
        flows: [],
      }),
    );
  const shown = (play: Play): unknown[] =>
    play.position.tasks.map(({ inputs: values }) => Object.values(values));

  it('are seen by each that runs at once', () => {
    expect(shown(counting(false))).toEqual([
      [3, 3, 0],
      [3, 3, 0],
      [3, 3, 0],
    ]);
  });

  it('are seen by each that runs after another', () => {
    const play = counting(true);
    expect(shown(play)).toEqual([[3, 1, 0]]);
    expect(shown(play.complete('a'))).toEqual([[3, 1, 1]]);
  });
});

describe('an adapter’s answer', () => {
  it('lets a condition happen that waits for it', () => {
    const condition = { type: 'conditional', condition: { feel: 'w.ok = true' } };
    const play = new Play(
      build({
        elements: [
          work,
          { id: 'c', type: 'intermediateCatchEvent', definition: condition },
          task('after'),
        ],
        flows: ['c>after'],
      }),
    );
    expect(play.tasks).toEqual([]);
    expect(play.answer('w', { result: { ok: true } }).tasks).toEqual(['after']);
  });

  it('within a repeated sub-process stays with its instance', () => {
    const body = scope({ elements: [work, task('t')], flows: ['w>t'] });
    const multiInstance = { sequential: false, cardinality: { feel: '2' } };
    const play = new Play(
      build({ elements: [{ id: 'sub', type: 'subProcess', body, multiInstance }], flows: [] }),
    );
    play.answer('w', { result: 1 });
    expect(play.variables).toEqual({});
  });
});

it('a variable may be named with blanks, as people write them', () => {
  const script: Part = {
    id: 'x',
    type: 'scriptTask',
    script: { feel: 'order  number + 1' },
    resultVariable: 'next',
  };
  const play = new Play(build({ elements: [script], flows: [] }), { 'order number': 4 });
  expect(play.variables).toEqual({ 'order number': 4, next: 5 });
});

describe('a modification', () => {
  it('may take one token and let another past in one', () => {
    const play = new Play(
      build({ elements: [start, task('a'), task('b'), task('c')], flows: ['s>a', 's>b', 'b>c'] }),
    );
    const [a, b] = play.position.tasks.map(({ key }) => key);
    play.apply({ type: 'modify', at: play.at, cancel: [a!], skip: [b!] });
    expect(play.tasks).toEqual(['c']);
  });

  it('begins in the scope that was begun last, where there are several', () => {
    const body = scope({ elements: [start, task('a'), task('b')], flows: ['s>a', 'a>b'] });
    const multiInstance = { sequential: false, cardinality: { feel: '2' } };
    const play = new Play(
      build({ elements: [{ id: 'sub', type: 'subProcess', body, multiInstance }], flows: [] }),
    );
    play.apply({ type: 'modify', at: play.at, start: ['b'] });
    const [first, second] = Object.values(play.state.instances).filter(
      ({ element, container }) => element === 'sub' && container,
    );
    expect([first?.container?.live, second?.container?.live]).toEqual([1, 2]);
  });
});

describe('what the host is told of a completed element', () => {
  it('has its name, where it has one', () => {
    const play = new Play(
      build({ elements: [start, task('a', { name: '审查' }), task('b')], flows: ['s>a', 'a>b'] }),
    );
    const told = play.complete('a').commands.filter(({ type }) => type === 'completed');
    expect(told).toStrictEqual([
      { type: 'completed', element: 's', elementType: 'startEvent' },
      { type: 'completed', element: 'a', elementType: 'userTask', name: '审查' },
    ]);
  });
});

describe('a condition among the parts of one event', () => {
  it('is looked at as the part it is', () => {
    const parts = [
      { type: 'signal', name: { value: 'stop' } },
      { type: 'conditional', condition: { feel: 'paid = true' } },
    ];
    const event: Part = {
      ...{ id: 'x', type: 'boundaryEvent', attachedTo: 'a' },
      definition: { type: 'multiple', parallel: false, parts },
    };
    const play = new Play(
      build({ elements: [start, task('a'), event, task('b')], flows: ['s>a', 'x>b'] }),
    );
    play.apply({ type: 'setVariables', at: play.at, variables: { paid: true } });
    expect(play.tasks).toEqual(['b']);
  });
});
