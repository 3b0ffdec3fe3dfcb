/**
 * Every element in every position the standard allows (BPMN 2.0.2, tables 10.90 to 10.93, and
 * chapter 10.2 to 10.5) is carried out by a script; in every other it is refused by its name.
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from '../../bpmn/compiler/index.js';
import { engineHost, runScript, scriptClock } from '../../bpmn/conformance/index.js';
import { readCase } from './case.js';
import { noting, positionsIn } from './positions.js';

const FOLDER = fileURLToPath(new URL('../../test/conformance/', import.meta.url));

const TIMERS = ['timer date', 'timer duration', 'timer cycle'];
const WAITED_FOR = ['message', 'signal', 'conditional', ...TIMERS];
const SEVERAL = ['multiple', 'parallel multiple'];
const EVENTS: Record<string, string[]> = {
  start: ['none', ...WAITED_FOR, ...SEVERAL],
  'event sub-process interrupting': [
    ...WAITED_FOR,
    'error',
    'escalation',
    'compensate',
    ...SEVERAL,
  ],
  'event sub-process non-interrupting': [...WAITED_FOR, 'escalation', ...SEVERAL],
  catch: [...WAITED_FOR, 'link', ...SEVERAL],
  'behind an event-based gateway:': [...WAITED_FOR, ...SEVERAL, 'receive task'],
  'boundary interrupting': [
    ...WAITED_FOR,
    'error',
    'escalation',
    'cancel',
    'compensate',
    ...SEVERAL,
  ],
  'boundary non-interrupting': [...WAITED_FOR, 'escalation', ...SEVERAL],
  throw: ['none', 'message', 'signal', 'escalation', 'link', 'compensate', 'multiple'],
  end: [
    'none',
    'message',
    'signal',
    'escalation',
    'error',
    'cancel',
    'compensate',
    'terminate',
    'multiple',
  ],
};

const ACTIVITIES = [
  'user task',
  'service task',
  'send task',
  'script task',
  'business rule task',
  'receive task',
  'abstract task',
  'manual task',
  'call activity',
  'separate call activity',
  'sub-process',
  'transaction',
  'ad-hoc sub-process',
];
const MARKERS = [
  'parallel multi-instance',
  'sequential multi-instance',
  'loop',
  'undoing another',
  'undone by another',
];
const GATEWAYS = ['exclusive', 'parallel', 'inclusive', 'complex'].map((kind) => `${kind} gateway`);
const BORDERS = ['start event', 'end event'];
const REST = ['event-based gateway', 'catch event', 'throw event', 'boundary event'];
const SCOPES = [
  'process',
  'called process',
  'sub-process',
  'transaction',
  'event sub-process',
  'ad-hoc sub-process',
];

const wanted = [
  ...Object.entries(EVENTS).flatMap(([at, kinds]) => kinds.map((kind) => `${at} ${kind}`)),
  ...ACTIVITIES.flatMap((activity) => MARKERS.map((marker) => `${activity}, ${marker}`)),
  ...GATEWAYS.flatMap((gateway) => [`${gateway} that splits`, `${gateway} that joins`]),
  'event-based gateway that splits',
  'event-based gateway that joins',
  'event-based gateway that begins a process',
  'event-based gateway that begins a process, all of its events',
  'receive task that begins a process',
  ...SCOPES.flatMap((scope) => {
    const borders = scope === 'ad-hoc sub-process' ? [] : [...BORDERS, 'event sub-process'];
    return [...ACTIVITIES, ...GATEWAYS, ...REST, ...borders].map((name) => `${name} in a ${scope}`);
  }),
];

describe('what the standard has', () => {
  const reached = new Map<string, string>();

  beforeAll(async () => {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
    for (const file of files) {
      const path = `${FOLDER}${file}`;
      const { script, models } = await readCase(path.replace(/json$/, 'bpmn'), path);
      const completed = new Set<string>();
      const [model, ...pools] = models;
      await runScript(model, script, pools, noting(engineHost(scriptClock), completed));
      for (const one of models)
        for (const position of positionsIn(one, completed)) reached.set(position, file);
    }
    // all scripts in one go, on a machine that may be busy
  }, 180_000);

  it.each(wanted)('is carried out by a script: %s', (position) => {
    expect(reached.get(position)).toMatch(/\.json$/);
  });
});

const DEFINITIONS: Record<string, string> = {
  message: '<messageEventDefinition messageRef="m" />',
  signal: '<signalEventDefinition signalRef="g" />',
  conditional:
    '<conditionalEventDefinition><condition xsi:type="tFormalExpression">x</condition></conditionalEventDefinition>',
  timer: '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  error: '<errorEventDefinition errorRef="r" />',
  escalation: '<escalationEventDefinition escalationRef="c" />',
  cancel: '<cancelEventDefinition />',
  compensate: '<compensateEventDefinition />',
  link: '<linkEventDefinition name="l" />',
  terminate: '<terminateEventDefinition />',
};

/** How an event of a position is written, given its definitions. */
const WRITTEN: Record<string, (definition: string) => string> = {
  start: (definition) => `<startEvent id="x">${definition}</startEvent>`,
  'event sub-process interrupting': (definition) =>
    `<subProcess id="h" triggeredByEvent="true"><startEvent id="x">${definition}</startEvent></subProcess>`,
  'event sub-process non-interrupting': (definition) =>
    `<subProcess id="h" triggeredByEvent="true"><startEvent id="x" isInterrupting="false">${definition}</startEvent></subProcess>`,
  catch: (definition) => `<intermediateCatchEvent id="x">${definition}</intermediateCatchEvent>`,
  'boundary interrupting': (definition) =>
    `<task id="t" /><boundaryEvent id="x" attachedToRef="t">${definition}</boundaryEvent>`,
  'boundary non-interrupting': (definition) =>
    `<task id="t" /><boundaryEvent id="x" attachedToRef="t" cancelActivity="false">${definition}</boundaryEvent>`,
  throw: (definition) => `<intermediateThrowEvent id="x">${definition}</intermediateThrowEvent>`,
  end: (definition) => `<endEvent id="x">${definition}</endEvent>`,
};

const file = (content: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:t"><message id="m" name="M" /><signal id="g" name="G" /><error id="r" errorCode="E" /><escalation id="c" escalationCode="C" /><process id="p" isExecutable="true">${content}</process></definitions>`;

/** The elements that the refusal of a file names. */
const refused = async (content: string): Promise<string[]> => {
  const { models, findings } = await compile(file(content));
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(models).toEqual([]);
  return errors.map(({ element }) => element ?? '');
};

/** Every kind in every position that the table above does not have. */
const wrong = Object.entries(WRITTEN).flatMap(([at, written]) =>
  Object.entries(DEFINITIONS)
    .filter(([kind]) => !EVENTS[at]?.some((allowed) => allowed.split(' ')[0] === kind))
    .map(([kind, definition]) => [`${at} ${kind}`, written(definition)] as const),
);

const task = '<task id="t" />';
const flow = (from: string, to: string, id = `f-${from}-${to}`): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const handler = (start: string, more = ''): string =>
  `<subProcess id="x" triggeredByEvent="true">${start}${more}</subProcess>`;
const signalled = (id: string): string =>
  `<startEvent id="${id}">${DEFINITIONS.signal}</startEvent>`;

describe('what the standard does not have', () => {
  it.each(wrong)('is refused by the element that says so: %s', async (_what, content) => {
    // an event sub-process answers for what its start event may not be
    expect(['x', 'h']).toEqual(expect.arrayContaining(await refused(content)));
  });

  it.each([
    ['a catch event that waits for nothing', '<intermediateCatchEvent id="x" />'],
    ['a boundary event without an event', `${task}<boundaryEvent id="x" attachedToRef="t" />`],
    [
      'a boundary event without an activity',
      `<boundaryEvent id="x">${DEFINITIONS.signal}</boundaryEvent>`,
    ],
    [
      'a boundary event at a gateway',
      `<exclusiveGateway id="t" /><boundaryEvent id="x" attachedToRef="t">${DEFINITIONS.signal}</boundaryEvent>`,
    ],
    [
      'a flow into a boundary event',
      `${task}<task id="u" /><boundaryEvent id="b" attachedToRef="t">${DEFINITIONS.signal}</boundaryEvent>${flow('u', 'b', 'x')}`,
    ],
    ['a flow into a start event', `${task}<startEvent id="s" />${flow('t', 's', 'x')}`],
    ['a flow out of an end event', `${task}<endEvent id="e" />${flow('e', 't', 'x')}`],
    ['a cancel end outside a transaction', `<endEvent id="x">${DEFINITIONS.cancel}</endEvent>`],
    [
      'a cancel boundary event at what is no transaction',
      `${task}<boundaryEvent id="x" attachedToRef="t">${DEFINITIONS.cancel}</boundaryEvent>`,
    ],
    ['an event sub-process without a start event', handler('')],
    ['an event sub-process with two', handler(signalled('a') + signalled('b'))],
    ['an event sub-process that waits for nothing', handler('<startEvent id="a" />')],
    ['a flow into an event sub-process', `${task}${handler(signalled('a'))}${flow('t', 'x')}`],
    [
      'a repeated event sub-process',
      handler(signalled('a'), '<standardLoopCharacteristics loopMaximum="2" />'),
    ],
    [
      'a start event in an ad-hoc sub-process',
      '<adHocSubProcess id="a"><startEvent id="x" /></adHocSubProcess>',
    ],
    [
      'an end event in an ad-hoc sub-process',
      '<adHocSubProcess id="a"><endEvent id="x" /></adHocSubProcess>',
    ],
    [
      'a task behind an event-based gateway',
      `<eventBasedGateway id="gw" /><task id="x" />${flow('gw', 'x')}`,
    ],
    ['an event-based gateway with nothing behind it', '<eventBasedGateway id="x" />'],
    [
      'a link that leads nowhere',
      '<intermediateThrowEvent id="x"><linkEventDefinition name="l" /></intermediateThrowEvent>',
    ],
    [
      'a compensation event that undoes nothing',
      `${task}<boundaryEvent id="x" attachedToRef="t">${DEFINITIONS.compensate}</boundaryEvent>`,
    ],
    ['a loop that never ends', '<task id="x"><standardLoopCharacteristics /></task>'],
    [
      'a multi-instance without a number',
      '<task id="x"><multiInstanceLoopCharacteristics /></task>',
    ],
    [
      'a case of its own that names no item',
      '<callActivity id="x" calledElement="q" xmlns:o="urn:onestop:bpmn:1" o:separate="true" />',
    ],
    ['a choreography', '<choreographyTask id="x" />'],
    ['an implicit throw event', '<implicitThrowEvent id="x" />'],
  ])('is refused by the element that says so: %s', async (_what, content) => {
    expect(await refused(content)).toContain('x');
  });
});
