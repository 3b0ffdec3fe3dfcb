import { build } from '../engine/testing/build.js';
import { checkedScript, runScript, ScriptUnusable, type Script } from './index.js';

const model = build({
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'a', type: 'userTask', outcomes: [{ id: 'yes', name: '是' }] },
    { id: 'w', type: 'serviceTask', adapter: 'payment' },
    {
      id: 'late',
      type: 'boundaryEvent',
      attachedTo: 'w',
      definition: { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } },
    },
    { id: 'e', type: 'endEvent' },
  ],
  flows: ['s>a', 'a>w', 'w>e', 'late>e'],
});
const ended = { expect: { ended: true, tasks: [] } };
const run = (script: Script): ReturnType<typeof runScript> => runScript(model, script);

describe('a script', () => {
  it('completes work that nobody holds at once', async () => {
    expect(await run({ steps: [{ complete: 'a', outcome: 'yes' }, ended] })).toEqual({ ok: true });
  });

  it('moves the virtual clock', async () => {
    const held = { expect: { tasks: ['w'], ended: false } };
    const steps = [{ complete: 'a', outcome: 'yes' }, held, { advance: 'PT1H' }, ended];
    expect(await run({ hold: ['w'], steps })).toEqual({ ok: true });
  });

  it('says which step did not hold, and what there was instead', async () => {
    expect(await run({ steps: [{ expect: { tasks: ['b'], ended: false } }] })).toEqual({
      ok: false,
      step: 0,
      expected: { tasks: ['b'] },
      actual: { tasks: ['a'] },
    });
    expect(await run({ steps: [{ complete: 'b' }] })).toMatchObject({ ok: false, step: 0 });
  });

  it('takes an outcome the diagram does not know as an incident', async () => {
    const incidents = [{ element: 'a', code: 'unknown-outcome' }];
    const steps = [{ complete: 'a', outcome: 'no' }, { expect: { incidents, tasks: ['a'] } }];
    expect(await run({ steps })).toEqual({ ok: true });
  });

  it('cannot be used when the diagram has no such start', async () => {
    await expect(run({ start: { message: 'nothing' }, steps: [ended] })).rejects.toThrow(
      ScriptUnusable,
    );
  });

  it('ignores a message nobody waits for', async () => {
    expect(await run({ steps: [{ message: 'nothing' }] })).toEqual({ ok: true });
  });

  it('ignores a signal nobody waits for', async () => {
    expect(await run({ steps: [{ signal: 'nothing' }] })).toEqual({ ok: true });
  });

  it.each([
    null,
    [],
    {},
    { steps: 'x' },
    { steps: [null] },
    { steps: [{ dance: 'S' }] },
    { steps: [{ complete: 1 }] },
    { steps: [{ complete: 'a', instance: -1 }] },
    { steps: [{ fail: 'a', variables: [] }] },
    { steps: [{ set: 5 }] },
    { steps: [{ expect: { tasks: 'a' } }] },
    { steps: [{ expect: { counts: { a: 'x' } } }] },
    { steps: [{ expect: { incidents: ['a'] } }] },
    { steps: [], hold: 'a' },
    { steps: [], variables: [1] },
    { steps: [], called: { q: 1 } },
  ])('cannot be used when it is no script: %j', (value) => {
    expect(() => checkedScript(value)).toThrow(ScriptUnusable);
  });

  it('may leave things null, write a key as a number, and say more than is asked', () => {
    const step = { message: 'm', key: 5, variables: null, why: 'because' };
    expect(checkedScript({ title: 't', hold: null, steps: [step] })).toEqual({
      title: 't',
      steps: [{ message: 'm', key: '5', why: 'because' }],
    });
  });
});
