/** What the outside sees of what it owes a case: tasks of people, work of adapters, cases of their own. */
import { build, scope, type Part } from './testing/build.js';
import { Play } from './testing/play.js';
import { tokenPositions } from './token-positions.js';

const start: Part = { id: 's', type: 'startEvent' };
const alarm = (attachedTo: string): Part => ({
  id: 'alarm',
  type: 'boundaryEvent',
  attachedTo,
  definition: { type: 'signal', name: { value: 'alarm' } },
});
/** A case with one element, that an alarm at its border cancels. */
const guarded = (part: Part): Play =>
  new Play(build({ elements: [start, part, alarm(part.id)], flows: [`s>${part.id}`] }), { n: 1 });
const cancelled = (part: Part): string[] => {
  const play = guarded(part);
  const before = play.commands.length;
  play.apply({ type: 'signalReceived', at: play.at, name: 'alarm', variables: {} });
  expect(play.ended).toBe(true);
  return play.commands.slice(before).map(({ type }) => type);
};

describe('a person’s task', () => {
  it('shows what the diagram says of it, and nothing that it does not say', () => {
    const assignment = { line: 'health', level: 'city', role: 'handler' };
    const full = { name: '受理', form: 'f', limit: '5wd', act: 'accept', assignment };
    const play = guarded({ id: 'a', type: 'userTask', ...full, outcomes: [] });
    expect(play.position.tasks).toEqual([
      { key: 'a~2', element: 'a', ...full, outcomes: [], inputs: {}, openedAt: play.at },
    ]);
    const bare = guarded({ id: 'a', type: 'userTask' }).position.tasks[0];
    expect(bare).toEqual({
      key: 'a~2',
      element: 'a',
      name: 'a',
      assignment: {},
      outcomes: [],
      inputs: {},
      openedAt: play.at,
    });
  });

  it('shows of its inputs only those that it still has', () => {
    const inputs = [{ target: 'x', source: { feel: 'n' } }];
    const play = guarded({ id: 'a', type: 'userTask', inputs });
    expect(play.position.tasks[0]?.inputs).toEqual({ x: 1 });
    const { '2': instance, ...others } = play.state.instances;
    play.state = { ...play.state, instances: { ...others, '2': { ...instance!, variables: {} } } };
    expect(play.position.tasks[0]?.inputs).toEqual({});
  });

  it('is closed as cancelled when something interrupts it', () => {
    expect(cancelled({ id: 'a', type: 'userTask' })).toContain('closeTask');
  });
});

describe('an adapter’s work', () => {
  it('names adapter, level and input', () => {
    const work = { adapter: 'seal', level: 'province', name: '用印', input: { feel: '{n: n}' } };
    const play = guarded({ id: 'a', type: 'serviceTask', ...work });
    expect(play.position.activities).toEqual([
      {
        occurrence: 'a~2',
        element: 'a',
        name: '用印',
        adapter: 'seal',
        level: 'province',
        input: { n: 1 },
      },
    ]);
    const bare = guarded({ id: 'a', type: 'serviceTask', adapter: 'seal' });
    expect(bare.position.activities).toEqual([
      { occurrence: 'a~2', element: 'a', name: 'a', adapter: 'seal', input: null },
    ]);
  });

  it('is cancelled when something interrupts it, and its answer then is refused', () => {
    const part: Part = { id: 'a', type: 'serviceTask', adapter: 'seal' };
    expect(cancelled(part)).toContain('cancelActivity');
    const play = guarded(part);
    play.answer('a');
    expect(play.commands.some(({ type }) => type === 'cancelActivity')).toBe(false);
  });
});

describe('a case of its own', () => {
  const call = (more: object = {}): Part => ({
    id: 'a',
    type: 'callActivity',
    calledElement: 'other',
    separate: true,
    ...more,
  });

  it('names the process, its item, and only what is mapped', () => {
    const inputs = [{ target: 'm', source: { feel: 'n + 1' } }];
    expect(guarded(call({ item: 'I1', name: '另案', inputs })).position.children).toEqual([
      {
        occurrence: 'a~2',
        element: 'a',
        name: '另案',
        process: 'other',
        item: 'I1',
        variables: { m: 2 },
      },
    ]);
    expect(guarded(call()).position.children).toEqual([
      { occurrence: 'a~2', element: 'a', name: 'a', process: 'other', variables: {} },
    ]);
  });

  it('is cancelled when something interrupts the call', () => {
    expect(cancelled(call())).toContain('cancelChild');
  });

  it('that fails with an error of the diagram leaves by the boundary event; without one, an incident', () => {
    const failing = (error?: string): Play => {
      const play = new Play(
        build({
          elements: [
            start,
            call(),
            {
              id: 'b',
              type: 'boundaryEvent',
              attachedTo: 'a',
              definition: { type: 'error', messageVariable: 'why', codeVariable: 'which' },
            },
            { id: 'mend', type: 'userTask' },
          ],
          flows: ['s>a', 'b>mend'],
        }),
      );
      const occurrence = play.position.children[0]?.occurrence ?? '';
      return play.apply({
        type: 'childFailed',
        at: play.at,
        occurrence,
        message: '驳回',
        ...(error === undefined ? {} : { error }),
      });
    };
    const caught = failing('E');
    expect(caught.tasks).toEqual(['mend']);
    expect(caught.variables).toEqual({ why: '驳回', which: 'E' });
    expect(failing().incidents).toEqual(['a: adapter-failed']);
  });
});

it('a person may begin at every element of an active scope, but for what only happens elsewhere', () => {
  const inner = scope({ elements: [{ id: 'hs', type: 'startEvent' }], flows: [] });
  const play = new Play(
    build({
      elements: [
        start,
        { id: 'a', type: 'userTask', name: '受理', compensation: 'undo' },
        alarm('a'),
        { id: 'undo', type: 'task', isForCompensation: true },
        {
          id: 'h',
          type: 'eventSubProcess',
          start: 'hs',
          interrupting: true,
          definition: { type: 'signal', name: { value: 'stop' } },
          body: inner,
        },
        { id: 'sub', type: 'subProcess', body: scope({ elements: [], flows: [] }) },
      ],
      flows: ['s>a', 'a>sub'],
    }),
  );
  const { tokens, startable } = tokenPositions(play.model, play.state);
  expect(tokens).toEqual([{ key: 'a~3', element: 'a', name: '受理', type: 'userTask' }]);
  expect(startable).toEqual([
    { element: 's', name: null, type: 'startEvent' },
    { element: 'a', name: '受理', type: 'userTask' },
    { element: 'sub', name: null, type: 'subProcess' },
  ]);
  expect(play.complete('a').ended).toBe(true);
});
