/** What somebody outside says to a case lands where the diagram maps it, and nowhere else. */
import type { Mapping } from '../model/process.js';
import { build, scope, type Part } from './testing/build.js';
import { border, message, signal, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const PAID: Mapping[] = [{ target: 'paid', source: { feel: 'amount' } }];
/** A mapping that cannot be evaluated. */
const BROKEN: Mapping[] = [{ target: 'paid', source: { feel: 'amount(' } }];

type Definition = ReturnType<typeof message> | ReturnType<typeof signal>;
type Shape = (definition: Definition, outputs?: Mapping[]) => [Part[], string[]];

const mapping = (outputs?: Mapping[]) => (outputs ? { outputs } : {});

/** Each waits for “go” and leads to the task `after`. */
const shapes: Record<string, Shape> = {
  'a catch event': (definition, outputs) => [
    [{ id: 'r', type: 'intermediateCatchEvent', definition, ...mapping(outputs) }],
    ['s>r', 'r>after'],
  ],
  'a boundary event': (definition, outputs) => [
    [task('t'), border('r', 't', definition, { interrupting: true, ...mapping(outputs) })],
    ['s>t', 'r>after'],
  ],
  'the start of an event sub-process': (definition, outputs) => [
    [
      task('t'),
      {
        ...{ id: 'h', type: 'eventSubProcess', start: 'r', definition, interrupting: true },
        body: scope({
          elements: [
            { id: 'r', type: 'startEvent', definition, ...mapping(outputs) },
            task('inner'),
          ],
          flows: ['r>inner'],
        }),
      },
    ],
    ['s>t'],
  ],
};

function waiting([parts, flows]: [Part[], string[]]): Play {
  return new Play(build({ elements: [start, ...parts, task('after')], flows }), {
    decide: 'refused',
  });
}

const SAID = { amount: 7, decide: 'granted' };

function tell(play: Play, definition: Definition, confined: boolean): Play {
  const event = definition.type === 'signal' ? 'signalReceived' : 'messageReceived';
  return play.apply({
    ...{ type: event as 'messageReceived', at: play.at, name: 'go', variables: SAID },
    ...(confined && { confined: true as const }),
  });
}

const kinds: [string, Definition][] = [
  ['a message', message('go')],
  ['a signal', signal('go')],
];

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  it.each(kinds)(
    'keeps of what somebody outside says by %s only what it maps',
    (__, definition) => {
      const play = tell(waiting(shape(definition, PAID)), definition, true);
      expect(play.variables).toEqual({ decide: 'refused', paid: 7 });
      expect(play.tasks).toHaveLength(1);
    },
  );

  it.each(kinds)('keeps nothing of %s where it maps nothing', (__, definition) => {
    const play = tell(waiting(shape(definition)), definition, true);
    expect(play.variables).toEqual({ decide: 'refused' });
  });

  it.each(kinds)('keeps all of %s of another case', (__, definition) => {
    const play = tell(waiting(shape(definition)), definition, false);
    expect(play.variables).toEqual(SAID);
  });
});

describe('a receive task', () => {
  const shape = (outputs?: Mapping[]): [Part[], string[]] => [
    [{ id: 'r', type: 'receiveTask', message: message('go').message, ...mapping(outputs) }],
    ['s>r', 'r>after'],
  ];

  it('sees what somebody outside says while it maps, and nothing else does', () => {
    const mapped = tell(waiting(shape(PAID)), message('go'), true);
    expect(mapped.variables).toEqual({ decide: 'refused', paid: 7 });
    expect(tell(waiting(shape()), message('go'), true).variables).toEqual({ decide: 'refused' });
    expect(tell(waiting(shape()), message('go'), false).variables).toEqual(SAID);
  });
});

describe.each(Object.entries(shapes))('%s whose mapping cannot be evaluated', (_, shape) => {
  it('is an incident, and nothing of what was said is kept', () => {
    const definition = message('go');
    const play = tell(waiting(shape(definition, BROKEN)), definition, true);
    expect(play.incidents).toHaveLength(1);
    expect(play.variables).toEqual({ decide: 'refused' });
  });
});
