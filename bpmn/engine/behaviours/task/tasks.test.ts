import type { Decision, DecisionModel } from '../../../dmn/model.js';
import { EventRefused } from '../../index.js';
import { build, type Part } from '../../testing/build.js';
import { Play } from '../../testing/play.js';

const start: Part = { id: 's', type: 'startEvent' };
const one = (part: Part): ReturnType<typeof build> =>
  build({
    elements: [start, part, { id: 'e', type: 'endEvent' }],
    flows: [`s>${part.id}`, `${part.id}>e`],
  });

describe('user task', () => {
  const model = one({
    id: 'accept',
    type: 'userTask',
    outcomes: [{ id: 'accept', name: '受理' }],
    inputs: [{ target: 'name', source: { feel: 'form.name' } }],
  });

  it('shows its inputs and writes its answer under its id', () => {
    const play = new Play(model, { form: { name: '响堂' } });
    expect(play.position.tasks[0]).toMatchObject({ key: 'accept~2', inputs: { name: '响堂' } });
    play.complete('accept', { answer: { outcome: 'accept', opinion: '材料齐全' } });
    expect(play.variables.accept).toEqual({ outcome: 'accept', opinion: '材料齐全', form: null });
  });

  it('belongs to the line and the role that only the case knows', () => {
    const asked = (assignedBy: object): Play =>
      new Play(one({ id: 'a', type: 'userTask', assignment: { line: 'market' }, assignedBy }), {
        body: 'health',
        who: 'reviewer',
      });
    const assigned = (play: Play) => play.position.tasks[0]?.assignment;
    const both = { line: { feel: 'body' }, role: { feel: 'who' } };
    expect(assigned(asked(both))).toEqual({ line: 'health', role: 'reviewer' });
    expect(assigned(asked({ role: { feel: 'who' } }))).toEqual({
      line: 'market',
      role: 'reviewer',
    });
    expect(asked({ line: { feel: 'body +' } }).incidents).toEqual(['a: expression-failed']);
  });

  it('refuses an outcome the diagram does not know, and changes nothing', () => {
    const play = new Play(model, { form: {} });
    const before = JSON.stringify(play.state);
    expect(() => play.complete('accept', { answer: { outcome: 'maybe' } })).toThrow(EventRefused);
    expect(JSON.stringify(play.state)).toBe(before);
  });

  it('refuses to be completed twice', () => {
    const play = new Play(model, { form: {} });
    const key = play.position.tasks[0]?.key ?? '';
    play.complete('accept', { answer: { outcome: 'accept' } });
    expect(() => play.apply({ type: 'completeTask', at: play.at, key, answer: {} })).toThrow(
      EventRefused,
    );
  });
});

describe('service task', () => {
  it('gives its adapter the input and writes the result under its id', () => {
    const play = new Play(
      one({ id: 'pay', type: 'serviceTask', adapter: 'payment', input: { feel: '{n: n}' } }),
      { n: 3 },
    );
    expect(play.position.activities[0]).toMatchObject({ adapter: 'payment', input: { n: 3 } });
    play.answer('pay', { result: { paid: true } });
    expect(play.variables.pay).toEqual({ paid: true });
    expect(play.ended).toBe(true);
  });

  it('that fails for good is an incident, and a retry calls again under the same occurrence', () => {
    const play = new Play(one({ id: 'pay', type: 'serviceTask', adapter: 'payment' }));
    const before = play.position.activities[0]?.occurrence;
    play.fail('pay');
    expect(play.incidents).toEqual(['pay: adapter-failed']);
    expect(play.position.activities).toEqual([]);
    expect(play.retry().position.activities[0]?.occurrence).toBe(before);
    expect(play.answer('pay').ended).toBe(true);
  });
});

describe('script task', () => {
  it('runs round a loop of ten thousand passes without growing the stack', () => {
    const model = build({
      elements: [
        start,
        { id: 't', type: 'scriptTask', script: { feel: 'i+1' }, resultVariable: 'i' },
        { id: 'x', type: 'exclusiveGateway', default: 'x>e' },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>t', 't>x', 'x>t: i<10000', 'x>e'],
    });
    const play = new Play(model, { i: 0 });
    expect(play.ended).toBe(true);
    expect(play.count('t')).toBe(10_000);
  }, 120_000);

  it('stops a diagram that runs in circles without waiting', () => {
    const model = build({
      elements: [start, { id: 'x', type: 'exclusiveGateway' }],
      flows: ['s>x', 'x>x'],
    });
    expect(new Play(model).incidents).toEqual(['x: endless-loop']);
  });
});

describe('what a task finds out', () => {
  it('is written by a script under the name it says, and nowhere else', () => {
    const script = { id: 't', type: 'scriptTask' as const, script: { feel: '2' } };
    expect(new Play(one({ ...script, resultVariable: 'n' })).variables).toEqual({ n: 2 });
    expect(new Play(one(script)).variables).toEqual({});
  });

  it('is written by a decision under the name it says, else under the task’s id', () => {
    const task: Part = { id: 'rule', type: 'businessRuleTask', decision: 'amount' };
    const amount: Decision = {
      id: 'amount',
      name: 'amount',
      inputs: [],
      decisions: [],
      knowledge: [],
      logic: { kind: 'literal', feel: '100' },
    };
    const file: DecisionModel = {
      format: 1,
      id: 'file',
      inputs: {},
      types: {},
      knowledge: {},
      decisions: { amount },
    };
    const decided = (part: Part): Play =>
      new Play({
        ...one(part),
        decisions: { amount: file },
      });
    expect(decided({ ...task, resultVariable: 'granted' }).variables).toEqual({ granted: 100 });
    expect(decided(task).variables).toEqual({ rule: 100 });
  });
});
