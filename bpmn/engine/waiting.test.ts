/** Who is waited for: at an inclusive join, and by a scope whose event sub-processes still run. */
import { FIRST_ENGINE } from './behaviour-flags.js';
import { build, scope, type Part } from './testing/build.js';
import { Play } from './testing/play.js';

const start: Part = { id: 's', type: 'startEvent' };
const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });
const signal = (name: string) => ({ type: 'signal', name: { value: name } });
const send = (play: Play, name: string): Play =>
  play.apply({ type: 'signalReceived', at: play.at, name, variables: {} });

describe('an inclusive join', () => {
  it('waits for the tokens of its own instance of a repeated sub-process only', () => {
    const body = scope({
      elements: [
        { id: 'f', type: 'inclusiveGateway' },
        task('a'),
        task('b'),
        { id: 'j', type: 'inclusiveGateway' },
        task('c'),
      ],
      flows: ['f>a', 'f>b: item = 2', 'a>j', 'b>j', 'j>c'],
    });
    const multiInstance = { sequential: false, collection: { feel: '[1, 2]' }, element: 'item' };
    const play = new Play(
      build({
        elements: [start, { id: 'sub', type: 'subProcess', body, multiInstance }],
        flows: ['s>sub'],
      }),
    );
    expect(play.tasks).toEqual(['a', 'a', 'b']);
    expect(play.complete('a').tasks).toEqual(['a', 'b', 'c']);
    expect(play.complete('a').tasks).toEqual(['b', 'c']);
    expect(play.complete('b').tasks).toEqual(['c', 'c']);
  });

  it('does not wait for an incident in another instance, but for one in its own', () => {
    const body = scope({
      elements: [
        { id: 'f', type: 'parallelGateway' },
        task('a'),
        { id: 'x', type: 'exclusiveGateway' },
        { id: 'dead', type: 'endEvent' },
        { id: 'j', type: 'inclusiveGateway' },
        task('c'),
      ],
      flows: ['f>a', 'f>x', 'x>j: item = 9', 'x>dead: item = 1', 'a>j', 'j>c'],
    });
    const multiInstance = { sequential: false, collection: { feel: '[1, 2]' }, element: 'item' };
    const play = new Play(
      build({
        elements: [start, { id: 'sub', type: 'subProcess', body, multiInstance }],
        flows: ['s>sub'],
      }),
    );
    expect(play.incidents).toEqual(['x: no-flow-taken']);
    expect(play.complete('a').tasks).toEqual(['a', 'c']);
    expect(play.complete('a').tasks).toEqual(['c']);
    expect(play.retry({ item: 1 }).tasks).toEqual(['c', 'c']);
  });

  describe('beside a token in an activity whose boundary event leads into it', () => {
    const model = (interrupting: boolean) =>
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          {
            id: 'e',
            type: 'boundaryEvent',
            attachedTo: 'b',
            interrupting,
            definition: signal('e'),
          },
          { id: 'j', type: 'inclusiveGateway' },
          task('after'),
        ],
        flows: ['s>f', 'f>a', 'f>b', 'e>j', 'b>j', 'j>after'],
      });

    it('that does not interrupt waits for that token: what the event adds is another', () => {
      const play = send(new Play(model(false)), 'e');
      expect(play.tasks).toEqual(['a', 'b']);
      expect(play.complete('b').tasks).toEqual(['a', 'after']);
      expect(play.count('j')).toBe(1);
    });

    it('did not wait in cases opened before', () => {
      const play = send(new Play(model(false), {}, '', FIRST_ENGINE), 'e');
      expect(play.tasks).toEqual(['a', 'b', 'after']);
    });

    it('waits for what may still come by the event, while its activity runs', () => {
      const over: Part[] = [{ id: 'end', type: 'endEvent' }];
      // b itself leads past the join, only its boundary event leads into it
      const past = build({
        elements: [
          ...[start, { id: 'f', type: 'parallelGateway' } as Part, task('a'), task('b'), ...over],
          {
            id: 'e',
            type: 'boundaryEvent',
            attachedTo: 'b',
            interrupting: false,
            definition: signal('e'),
          },
          ...[{ id: 'j', type: 'inclusiveGateway' } as Part, task('after')],
        ],
        flows: ['s>f', 'f>a', 'a>j', 'f>b', 'b>end', 'e>j', 'j>after'],
      });
      const play = new Play(past).complete('a');
      expect(play.tasks).toEqual(['b']);
      expect(play.complete('b').tasks).toEqual(['after']);
    });

    it('that interrupts does not wait for what the event’s token would bring to a full flow', () => {
      // a is done: its flow is full; b can reach the empty one, or the full one by its event
      const both = build({
        elements: [
          ...[start, { id: 'f', type: 'parallelGateway' } as Part, task('a'), task('b')],
          {
            id: 'e',
            type: 'boundaryEvent',
            attachedTo: 'b',
            interrupting: true,
            definition: signal('e'),
          },
          ...[{ id: 'm', type: 'exclusiveGateway' } as Part],
          ...[{ id: 'j', type: 'inclusiveGateway' } as Part, task('after')],
        ],
        flows: ['s>f', 'f>a', 'a>m', 'e>m', 'm>j', 'f>b', 'b>j', 'j>after'],
      });
      expect(new Play(both).complete('a').tasks).toEqual(['b', 'after']);
    });
  });

  it('does not wait for what is being undone by an event whose token has gone on', () => {
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'book', type: 'task', compensation: 'undo' },
          task('undo', { isForCompensation: true }),
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          {
            id: 't',
            type: 'intermediateThrowEvent',
            definition: { type: 'compensate', wait: false },
          },
          { id: 'x', type: 'exclusiveGateway', default: 'x>dead' },
          { id: 'dead', type: 'endEvent' },
          { id: 'j', type: 'inclusiveGateway' },
          task('c'),
        ],
        flows: ['s>book', 'book>f', 'f>a', 'f>t', 't>x', 'x>j: comes', 'x>dead', 'a>j', 'j>c'],
      }),
      { comes: false },
    );
    expect(play.tasks).toEqual(['a', 'undo']);
    expect(play.complete('a').tasks).toEqual(['undo', 'c']);
  });
});

describe('a complex gateway', () => {
  const gathered = (more: Part[], flows: string[]): Play =>
    new Play(
      build({
        elements: [
          start,
          { id: 'f', type: 'parallelGateway' },
          task('a'),
          task('b'),
          { id: 'j', type: 'complexGateway', activation: { feel: 'activationCount >= 1' } },
          task('after'),
          ...more,
        ],
        flows: ['s>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>after', ...flows],
      }),
      { go: 0 },
    );

  it('is reset although an incident stands elsewhere in its scope', () => {
    const play = gathered(
      [{ id: 'x', type: 'exclusiveGateway' }, task('never')],
      ['f>x', 'x>never: go > 0'],
    );
    expect(play.incidents).toEqual(['x: no-flow-taken']);
    play.complete('a').complete('b');
    expect(play.state.instances['1']?.container?.resetting).toEqual({});
    expect(play.complete('after').ended).toBe(false);
    expect(play.retry({ go: 1 }).complete('never').ended).toBe(true);
  });

  it('gives no token for what comes while it waits, where no flow is meant for that', () => {
    const play = gathered([], []).complete('a').complete('after');
    expect(play.ended).toBe(false);
    expect(play.complete('b').ended).toBe(true);
    expect(play.count('after')).toBe(1);
  });
});

describe('a scope of which only event sub-processes are left', () => {
  const handler = (id: string, more: object = {}, parts: Part[] = [task(`${id}-task`)]): Part => ({
    id,
    type: 'eventSubProcess',
    start: `${id}-start`,
    interrupting: false,
    definition: signal(id),
    body: scope({
      elements: [{ id: `${id}-start`, type: 'startEvent' }, ...parts],
      flows: [
        `${id}-start>${parts[0]?.id}`,
        ...parts.slice(1).map((part, i) => `${parts[i]?.id}>${part.id}`),
      ],
    }),
    ...more,
  });
  const sub = (handlers: Part[], more: Part[] = [], flows: string[] = []): Play => {
    const body = scope({ elements: [task('a'), ...handlers], flows: [] });
    const elements = [
      start,
      { id: 'sub', type: 'subProcess' as const, body },
      task('after'),
      ...more,
    ];
    return new Play(build({ elements, flows: ['s>sub', 'sub>after', ...flows] }));
  };

  it('begins no further one, also where one was over before', () => {
    const play = send(sub([handler('h')]), 'h').complete('h-task');
    send(play, 'h').complete('a');
    expect(play.tasks).toEqual(['h-task']);
    expect(play.position.subscriptions).toEqual([]);
    expect(play.complete('h-task').tasks).toEqual(['after']);
  });

  it('goes on beginning them as long as something else is left', () => {
    const play = send(send(sub([handler('h')]), 'h'), 'h');
    expect(play.complete('h-task').complete('h-task').tasks).toEqual(['a']);
    expect(send(play, 'h').tasks).toEqual(['a', 'h-task']);
  });

  it('is still interrupted by what happens at its border', () => {
    const border: Part = {
      id: 'b',
      type: 'boundaryEvent',
      attachedTo: 'sub',
      definition: signal('stop'),
    };
    const play = sub([handler('h')], [border, task('stopped')], ['b>stopped']);
    send(play, 'h').complete('a');
    expect(send(play, 'stop').tasks).toEqual(['stopped']);
  });

  it('does not catch by itself any more what they throw', () => {
    const thrower = handler('h', {}, [
      task('h-task'),
      { id: 'bad', type: 'endEvent', definition: { type: 'error', code: 'E' } },
    ]);
    const catcher = handler('c', { interrupting: true, definition: { type: 'error', code: 'E' } });
    const border: Part = {
      id: 'b',
      type: 'boundaryEvent',
      attachedTo: 'sub',
      definition: { type: 'error', code: 'E' },
    };
    const play = sub([thrower, catcher], [border, task('outside')], ['b>outside']);
    send(play, 'h').complete('a');
    expect(play.complete('h-task').tasks).toEqual(['outside']);
    const before = sub([thrower, catcher], [border, task('outside')], ['b>outside']);
    expect(send(before, 'h').complete('h-task').tasks).toEqual(['c-task']);
  });
});

describe('what an answer writes', () => {
  it.each([
    [{ opinion: '同意' }, { outcome: null, opinion: '同意', form: null }],
    [{ form: { n: 1 } }, { outcome: null, opinion: null, form: { n: 1 } }],
    [{ outcome: 'yes' }, { outcome: 'yes', opinion: null, form: null }],
  ])('is all of it: %j', (answer, written) => {
    const play = new Play(build({ elements: [task('a')], flows: [] }));
    expect(play.complete('a', { answer }).variables).toEqual({ a: written });
  });

  it('is nothing where nothing was answered, and an adapter’s null is nothing', () => {
    const play = new Play(build({ elements: [task('a')], flows: [] }));
    expect(play.complete('a').variables).toEqual({});
    const work: Part = { id: 'w', type: 'serviceTask', adapter: 'seal' };
    const other = new Play(build({ elements: [work], flows: [] }));
    expect(other.answer('w').variables).toEqual({});
  });

  it('work begins and a case of its own begins by a command to the host', () => {
    const work: Part = { id: 'w', type: 'serviceTask', adapter: 'seal' };
    const call: Part = { id: 'c', type: 'callActivity', calledElement: 'other', separate: true };
    const { commands } = new Play(build({ elements: [work, call], flows: [] }));
    expect(commands).toMatchObject([
      { type: 'startActivity', activity: { occurrence: 'w~2', adapter: 'seal' } },
      { type: 'startChild', child: { occurrence: 'c~3', process: 'other' } },
    ]);
  });
});

it('what catches an error is told only what it asks for', () => {
  const border = (id: string, more: object): Part => ({
    id,
    type: 'boundaryEvent',
    attachedTo: 'w',
    definition: { type: 'error', ...more },
  });
  const failing = (more: object): Play =>
    new Play(
      build({
        elements: [
          { id: 'w', type: 'serviceTask', adapter: 'seal' },
          border('b', more),
          task('mend'),
        ],
        flows: ['b>mend'],
      }),
    ).fail('w', 'E');
  expect(failing({}).variables).toEqual({});
  expect(failing({ codeVariable: 'which' }).variables).toEqual({ which: 'E' });
  expect(failing({ messageVariable: 'why' }).variables).toEqual({ why: '对方拒绝' });
});
