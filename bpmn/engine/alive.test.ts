/**
 * What an event costs grows no faster than what is alive, and what runs in one step no faster than
 * what it does: counted, not timed, with some and with ten times as many.
 */
import { powerOf } from './testing/counted.js';
import type { ProcessModel } from '../model/process.js';
import { initialState, position, step, type Event } from './index.js';
import type { State } from './state.js';
import { build, scope, type Part, type Plan } from './testing/build.js';
import { border, message, signal, start, task } from './testing/parts.js';
import { clock, START } from './testing/play.js';

const SIZES = [400, 4_000] as const;
/** Counting is exact; what it cannot see are logarithms. */
const LINEAR = 1.05;

const apply = (model: ProcessModel, state: State, event: Event): State =>
  step(model, state, event, clock).state;
const begun = (model: ProcessModel, variables = {}): State =>
  apply(model, initialState(model), { type: 'start', at: START, variables });

const many = (count: number, part: (i: number) => Part[]): Part[] =>
  Array.from({ length: count }, (_, i) => part(i)).flat();

/** So many parts side by side; what hangs on one of them comes with it. */
function beside(
  count: number,
  part: (i: number) => Part[],
  more: Partial<Plan> = {},
): ProcessModel {
  const parts = many(count, part);
  return build({
    elements: [start, { id: 'f', type: 'parallelGateway' }, ...parts, ...(more.elements ?? [])],
    flows: [
      's>f',
      ...parts.filter(({ type }) => type !== 'boundaryEvent').map(({ id }) => `f>${id}`),
      ...(more.flows ?? []),
    ],
  });
}

const caught = (definition: (i: number) => object) => (count: number) =>
  beside(count, (i) => [
    { id: `e${i}`, type: 'intermediateCatchEvent', definition: definition(i) },
  ]);
const onBorder =
  (definition: (i: number) => object, more: object = {}) =>
  (count: number) =>
    beside(count, (i) => [task(`t${i}`), border(`b${i}`, `t${i}`, definition(i), more)]);
const conditional = (feel: string) => ({ type: 'conditional', condition: { feel } });
const cycle = { type: 'timer', timer: { kind: 'cycle', value: { value: 'R/PT1H' } } };

const sent = (name: string): Event => ({ type: 'signalReceived', at: START, name, variables: {} });
const set = (name: string): Event => ({
  type: 'setVariables',
  at: START,
  variables: { [name]: 1 },
});

type Shape = [
  name: string,
  model: (count: number) => ProcessModel,
  event: (state: State, model: ProcessModel) => Event,
];

const EVENTS: Shape[] = [
  ['a signal for one', caught((i) => signal(`g${i}`)), () => sent('g100')],
  ['a signal for all', caught(() => signal('g')), () => sent('g')],
  ['a signal that interrupts all', onBorder(() => signal('g')), () => sent('g')],
  ['a signal beside all', onBorder(() => signal('g'), { interrupting: false }), () => sent('g')],
  [
    'a message for one',
    caught((i) => message(`m${i}`)),
    () => ({ type: 'messageReceived', at: START, name: 'm100', variables: {} }),
  ],
  [
    'a timer',
    onBorder(() => cycle, { interrupting: false }),
    (state, model) => ({
      type: 'timerFired',
      at: START + 3_600_000,
      id: position(model, state).timers[100]!.id,
    }),
  ],
  [
    'a task completed',
    onBorder(() => signal('g')),
    (state, model) => ({
      type: 'completeTask',
      at: START,
      key: position(model, state).tasks[100]!.key,
      answer: {},
    }),
  ],
  [
    'a variable that one condition reads',
    caught((i) => conditional(`x${i} = 1`)),
    () => set('x100'),
  ],
  ['a variable that all conditions read', caught(() => conditional('x = 1')), () => set('x')],
  ['a variable that no condition reads', caught(() => conditional('x = 1')), () => set('y')],
  [
    'an event sub-process that interrupts all',
    (count) =>
      beside(count, (i) => [task(`t${i}`)], {
        elements: [
          {
            ...{ id: 'h', type: 'eventSubProcess', start: 'hs', interrupting: true },
            definition: signal('g'),
            body: scope({
              elements: [{ id: 'hs', type: 'startEvent', definition: signal('g') }],
              flows: [],
            }),
          },
        ],
      }),
    () => sent('g'),
  ],
  [
    'a retry of one of many incidents',
    (count) => beside(count, (i) => [{ id: `x${i}`, type: 'scriptTask', script: { feel: 'y +' } }]),
    (state) => ({ type: 'retryIncident', at: START, id: Object.keys(state.incidents)[100]! }),
  ],
];

describe('one event while many are alive', () => {
  it.each(EVENTS)('%s', async (_, modelOf, eventOf) => {
    const power = await powerOf(SIZES, (count) => {
      const model = modelOf(count);
      const state = begun(model);
      const event = eventOf(state, model);
      return () => apply(model, state, event);
    });
    expect(power).toBeLessThan(LINEAR);
  });

  it('the position', async () => {
    const power = await powerOf(SIZES, (count) => {
      const model = beside(count, (i) => [task(`t${i}`)]);
      const state = begun(model);
      return () => position(model, state);
    });
    expect(power).toBeLessThan(LINEAR);
  });
});

const instances =
  (sequential: boolean, more: object = {}) =>
  (count: number) =>
    build({
      elements: [
        start,
        {
          ...{ id: 't', type: 'scriptTask', script: { feel: 'loopCounter' } },
          multiInstance: {
            sequential,
            cardinality: { feel: String(count) },
            outputCollection: 'out',
            outputElement: { feel: 'loopCounter' },
            ...more,
          },
        },
      ],
      flows: ['s>t'],
    });

/** A link from each of many to one. */
const linked = (count: number) =>
  beside(
    count,
    (i) => [
      { id: `l${i}`, type: 'intermediateThrowEvent', definition: { type: 'link', target: 'c' } },
    ],
    {
      elements: [
        { id: 'c', type: 'intermediateCatchEvent', definition: { type: 'link' } },
        { id: 'end', type: 'endEvent' },
      ],
      flows: ['c>end'],
    },
  );

const joined = (type: Part['type']) => (count: number) =>
  beside(count, (i) => [{ id: `p${i}`, type: 'task' }], {
    elements: [{ id: 'j', type }, task('after')],
    flows: [...Array.from({ length: count }, (_, i) => `p${i}>j`), 'j>after'],
  });

const undone = (count: number) =>
  build({
    elements: [
      start,
      { id: 'f', type: 'parallelGateway' },
      ...many(count, (i) => [
        { id: `p${i}`, type: 'task', compensation: `u${i}` },
        { id: `u${i}`, type: 'task', isForCompensation: true },
      ]),
      { id: 'j', type: 'parallelGateway' },
      { id: 'c', type: 'intermediateThrowEvent', definition: { type: 'compensate' } },
      task('after'),
    ],
    flows: [
      's>f',
      ...Array.from({ length: count }, (_, i) => [`f>p${i}`, `p${i}>j`]).flat(),
      'j>c',
      'c>after',
    ],
  });

/** An end of the whole while many run. */
const terminated = (count: number) =>
  beside(count, (i) => [task(`t${i}`), border(`b${i}`, `t${i}`, signal('g'))], {
    elements: [{ id: 'end', type: 'endEvent', definition: { type: 'terminate' } }],
    flows: ['f>end'],
  });

describe('one step that does much', () => {
  it.each<[string, (count: number) => ProcessModel]>([
    ['instances beside one another', instances(false)],
    ['instances one after another', instances(true)],
    [
      'instances with a condition that ends them',
      instances(false, { completionCondition: { feel: 'false' } }),
    ],
    ['a parallel join', joined('parallelGateway')],
    ['an inclusive join', joined('inclusiveGateway')],
    ['links to one place', linked],
    ['compensation', undone],
    ['a terminating end', terminated],
  ])('%s', async (_, modelOf) => {
    const power = await powerOf(SIZES, (count) => {
      const model = modelOf(count);
      return () => begun(model);
    });
    expect(power).toBeLessThan(LINEAR);
  });
});
