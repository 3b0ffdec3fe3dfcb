/** Where tokens rest other than at a task: before joins, in calls, ad-hoc sub-processes, incidents. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part, scope } from '../testing/build.js';
import { moved, moving, problems } from '../testing/moved.js';
import { one, start, task } from '../testing/parts.js';
import { Play } from '../testing/play.js';

/** Two branches that meet; `b` is the second one's last task, before `flow`. */
const branches = (b: string, flow: string, join = 'join'): ProcessModel => {
  const model = build({
    elements: [
      ...[start, { id: 'fork', type: 'parallelGateway' } as Part, task('a'), task('b')],
      ...[task('c'), { id: join, type: 'parallelGateway' } as Part, task('after')],
    ],
    flows: ['s>fork', 'fork>a', 'fork>b', 'b>c', `a>${join}`, `c>${join}`, `${join}>after`],
  });
  const last = model.body.flows.find(({ id }) => id === `c>${join}`)!;
  Object.assign(last, { id: flow, source: b });
  for (const id of ['c', b]) model.body.elements[id]!.outgoing = [];
  model.body.elements[b]!.outgoing = [flow];
  model.body.elements[join]!.incoming = [`a>${join}`, flow];
  return model;
};

describe('a token that waits at a join', () => {
  const play = () => new Play(branches('c', 'last')).complete('b').complete('c');

  it('waits there on the flow between the same elements, whatever its id', () => {
    const after = moved(play(), branches('c', 'renamed'));
    expect(after.complete('a').tasks).toEqual(['after']);
  });

  it('waits there on the flow of the same id, wherever it comes from', () => {
    const after = moved(play(), branches('b', 'last'));
    expect(after.complete('a').tasks).toEqual(['after']);
  });

  it('waits at the join that is chosen, and on no flow that is not there', () => {
    const meet = branches('c', 'last', 'meet');
    const after = moved(play(), meet, { elements: { join: 'meet' } });
    expect(after.complete('a').tasks).toEqual(['after']);
    const result = moving(play(), branches('b', 'other'));
    expect(result).toMatchObject({ problems: [{ element: 'join', code: 'flow-missing' }] });
    expect(!result.ok && result.problems[0]?.message).toContain('last');
  });
});

describe('what an ad-hoc sub-process has still to begin', () => {
  const inTurn = (second: string): ProcessModel => {
    const body = scope({ elements: [task('first'), task(second)], flows: [] });
    return one({ id: 'sub', type: 'adHocSubProcess', sequential: true, body });
  };

  it('begins under its new name, and must be there', () => {
    const play = new Play(inTurn('second'));
    expect(problems(play, inTurn('two'))).toEqual(['second: element-missing']);
    const after = moved(play, inTurn('two'), { elements: { second: 'two' } });
    expect(after.complete('first').tasks).toEqual(['two']);
    expect(after.complete('two').tasks).toEqual(['after']);
  });
});

describe('a process that is being called', () => {
  const called = { ...one(task('x')), id: 'called' };
  const calling = (call: string, part: (inner: Part) => Part = (inner) => inner): ProcessModel => ({
    ...one(part({ id: call, type: 'callActivity', calledElement: 'called' })),
    called: { called },
  });

  it('goes on in the call that has another name', () => {
    const after = moved(new Play(calling('call')), calling('ask'), { elements: { call: 'ask' } });
    expect(after.complete('x').complete('after').tasks).toEqual(['after']);
    expect(after.count('ask')).toBe(1);
  });

  it('keeps its tokens that wait at a join, on whatever flow they do now', () => {
    const version = (flow: string): ProcessModel => ({
      ...calling('call'),
      called: { called: { ...branches('c', flow), id: 'called' } },
    });
    const play = new Play(version('last')).complete('b').complete('c');
    const after = moved(play, version('renamed')).complete('a').complete('after');
    expect([after.tasks, after.count('call')]).toEqual([['after'], 1]);
  });

  it('is not said to be missing when what is around the call is', () => {
    const within = (id: string) =>
      calling('call', (inner) => ({
        ...{ id, type: 'subProcess', body: scope({ elements: [inner], flows: [] }) },
      }));
    const found = problems(new Play(within('sub')), within('other'));
    expect(found[0]).toBe('sub: element-missing');
    expect(found).not.toContain('call: call-missing');
  });

  it('as a case of its own cannot go on under another name', () => {
    const separate = (id: string): ProcessModel =>
      one({ id, type: 'callActivity', calledElement: 'called', separate: true });
    const play = new Play(separate('call'));
    expect(problems(play, separate('ask'), { elements: { call: 'ask' } })).toEqual([
      'call: work-in-flight',
    ]);
  });
});

describe('what an incident holds', () => {
  it('is tried again at the element of its new name', () => {
    const deciding = (id: string): ProcessModel =>
      build({
        elements: [start, task(id), task('after')],
        flows: [`s>${id}`, `${id}>after: n > 1`],
      });
    const play = new Play(deciding('a'), { n: 0 }).complete('a');
    expect(play.incidents).toEqual(['a: no-flow-taken']);
    expect(problems(play, deciding('b'))).toEqual(['a: element-missing']);
    const after = moved(play, deciding('b'), { elements: { a: 'b' } });
    expect(after.incidents).toEqual(['b: no-flow-taken']);
    expect(after.retry({ n: 2 }).tasks).toEqual(['after']);
  });
});

describe('what stands in the way is named as people know it', () => {
  const said = (from: ProcessModel, to: ProcessModel, elements = {}): string => {
    const result = moving(new Play(from), to, { elements });
    return result.ok ? '' : (result.problems[0]?.message ?? '');
  };
  const repeated = { multiInstance: { sequential: false, cardinality: { feel: '2' } } };
  const calling = (id: string, more: object): ProcessModel =>
    one({ id, type: 'serviceTask', adapter: 'x', ...more });

  it.each([
    ['审查', { name: '审查' }],
    ['a', {}],
  ])('%s', (label, name) => {
    const from = one(task('a', name));
    const quoted = `“${label}”`;
    expect(said(from, one(task('b')))).toContain(quoted);
    expect(said(from, one({ id: 'a', type: 'scriptTask' }))).toContain(quoted);
    expect(said(from, one(task('a', repeated)))).toContain(quoted);
    expect(said(calling('b', {}), calling('a', name), { b: 'a' })).toContain(quoted);
  });

  it('with the process that is called', () => {
    const called = { ...one(task('x')), id: 'called' };
    const call = one({ id: 'call', type: 'callActivity', calledElement: 'called' });
    expect(said({ ...call, called: { called } }, call)).toContain('called');
  });
});
