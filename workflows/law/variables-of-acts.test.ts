import type { Element, ProcessModel } from '../../bpmn/model/process.js';
import { variablesOfActs } from './variables-of-acts.js';

const element = (part: object) => ({ inputs: [], outputs: [], ...part }) as unknown as Element;
const to = (target: string, feel: string) => ({ target, source: { feel } });

const model = (elements: Element[]): ProcessModel => ({
  ...{ format: 1, id: 'p', called: {} },
  body: { flows: [], elements: Object.fromEntries(elements.map((each) => [each.id, each])) },
});

const taken = (...parts: object[]) => variablesOfActs(model(parts.map(element)));
const script = (resultVariable: string, feel: string) => ({
  ...{ id: `make-${resultVariable}`, type: 'scriptTask', resultVariable, script: { feel } },
});

describe('variables that nobody changes beside the diagram', () => {
  it.each(['form', 'caseNumber', 'item', 'ways', 'payment'])('are the platform’s: %s', (name) =>
    expect(taken()).toContain(name),
  );

  it.each([
    ['of a person', { id: 'x', type: 'userTask' }],
    ['of a table', { id: 't', type: 'businessRuleTask', resultVariable: 'x' }],
    ['of a register', { id: 'x', type: 'serviceTask', adapter: 'exchange' }],
    ['of a payment', { id: 'p', type: 'serviceTask', adapter: 'payment', outputs: [to('x', 'p')] }],
    ['of another case', { id: 'x', type: 'callActivity', separate: true }],
    ['of a message', { id: 'm', type: 'receiveTask', outputs: [to('x', 'word')] }],
    [
      'of a signal',
      {
        ...{ id: 's', type: 'intermediateCatchEvent', outputs: [to('x', 'word')] },
        definition: { type: 'signal' },
      },
    ],
    [
      'of a part that is done',
      {
        ...{ id: 'part', type: 'subProcess', outputs: [] },
        body: { flows: [], elements: { x: element({ id: 'x', type: 'userTask' }) } },
      },
    ],
  ])('are answers %s', (_, part) => expect(taken(part)).toContain('x'));

  it('are those too that the diagram makes of them, one from another', () => {
    const decide = { id: 'decide', type: 'userTask' };
    const issue = { id: 'issue', type: 'task', inputs: [to('end', 'form.validTo')] };
    const parts = {
      ...{ id: 'parts', type: 'subProcess', body: { flows: [], elements: {} } },
      multiInstance: {
        ...{ collection: { feel: 'granted' }, element: 'one' },
        ...{ outputCollection: 'all', outputElement: { feel: 'one' } },
      },
    };
    const call = {
      ...{ id: 'call', type: 'callActivity', separate: false },
      input: { feel: '{tier: form.tier, round: tries}' },
    };
    const names = taken(
      ...[script('last', 'granted'), script('granted', 'decide.outcome = "grant"')],
      ...[decide, issue, parts, call],
    );
    for (const name of ['granted', 'last', 'end', 'one', 'all', 'tier'])
      expect(names).toContain(name);
    expect(names).not.toContain('round');
  });

  it('are not what is nobody’s word: a count of tries, what was never written', () => {
    const names = taken(
      script('tries', 'tries + 1'),
      { id: 'told', type: 'serviceTask', adapter: 'notify' },
      { id: 'wait', type: 'intermediateCatchEvent', definition: { type: 'timer' } },
    );
    for (const name of ['tries', 'told', 'wait', 'extra']) expect(names).not.toContain(name);
  });
});
