/** Wherever a diagram says something that cannot be carried out, the token waits as an incident. */
import { build, scope, type Part } from './testing/build.js';
import { Play } from './testing/play.js';

/** FEEL that cannot be read, and FEEL that gives what is not wanted there. */
const BROKEN = { feel: 'x +' };
const LIST = { feel: '[1, 2]' };
const TEN = { feel: '10' };

/** A case whose one element of interest stands between a task and the end. */
function playTo(part: Part, more: Part[] = [], flows: string[] = []): Play {
  const model = build({
    elements: [
      { id: 's', type: 'startEvent' },
      { id: 'before', type: 'userTask' },
      part,
      { id: 'after', type: 'userTask' },
      ...more,
    ],
    flows: ['s>before', `before>${part.id}`, `${part.id}>after`, ...flows],
  });
  return new Play(model).complete('before');
}

const event = (type: Part['type'], definition: unknown): Part => ({ id: 'x', type, definition });
const timer = (kind: string, value: unknown) => ({ type: 'timer', timer: { kind, value } });
const message = (more: object) => ({
  type: 'message',
  message: { name: { value: 'paid' }, ...more },
});
const multi = (more: object): Part => ({
  id: 'x',
  type: 'scriptTask',
  script: TEN,
  multiInstance: { sequential: false, ...more },
});
const body = (elements: Part[], flows: string[] = []) => scope({ elements, flows });
const inner = body([{ id: 'i', type: 'task' }]);

const places: [string, Part][] = [
  ['the name of a message thrown', event('intermediateThrowEvent', message({ name: BROKEN }))],
  ['a name that is no text', event('intermediateThrowEvent', message({ name: LIST }))],
  ['the key of a message thrown', event('intermediateThrowEvent', message({ key: BROKEN }))],
  [
    'what goes with a message',
    event('intermediateThrowEvent', message({ variables: [{ target: 'a', source: BROKEN }] })),
  ],
  ['the name of a message awaited', event('intermediateCatchEvent', message({ name: BROKEN }))],
  ['the key of a message awaited', event('intermediateCatchEvent', message({ key: BROKEN }))],
  ['a signal thrown', event('intermediateThrowEvent', { type: 'signal', name: BROKEN })],
  ['a signal awaited', event('intermediateCatchEvent', { type: 'signal', name: BROKEN })],
  ['a timer’s expression', event('intermediateCatchEvent', timer('duration', BROKEN))],
  ['a length', event('intermediateCatchEvent', timer('duration', { value: 'soon' }))],
  ['a date', event('intermediateCatchEvent', timer('date', { value: 'someday' }))],
  ['the rounds of a cycle', event('intermediateCatchEvent', timer('cycle', { value: 'Rx/PT1H' }))],
  ['the start of a cycle', event('intermediateCatchEvent', timer('cycle', { value: 'R2/x/PT1H' }))],
  ['a script', { id: 'x', type: 'scriptTask', script: BROKEN }],
  ['an adapter’s input', { id: 'x', type: 'serviceTask', adapter: 'seal', input: BROKEN }],
  ['an input', { id: 'x', type: 'userTask', inputs: [{ target: 'a', source: BROKEN }] }],
  ['an output', { id: 'x', type: 'task', outputs: [{ target: 'a', source: BROKEN }] }],
  ['the message of a send task', { id: 'x', type: 'serviceTask', message: { name: BROKEN } }],
  ['a collection', multi({ collection: BROKEN })],
  ['a collection that is no list', multi({ collection: TEN })],
  ['a cardinality', multi({ cardinality: { feel: '-1' } })],
  ['a completion condition', multi({ cardinality: { feel: '1' }, completionCondition: BROKEN })],
  ['the output of an instance', multi({ cardinality: { feel: '1' }, outputElement: BROKEN })],
  ['a loop’s condition', { id: 'x', type: 'task', loop: { testBefore: true, condition: BROKEN } }],
  [
    'a loop’s condition after a pass',
    { id: 'x', type: 'task', loop: { testBefore: false, condition: BROKEN } },
  ],
  ['a loop’s maximum', { id: 'x', type: 'task', loop: { testBefore: false, maximum: LIST } }],
  [
    'a loop’s maximum that cannot be read',
    { id: 'x', type: 'task', loop: { testBefore: false, maximum: BROKEN } },
  ],
  ['an activation condition', { id: 'x', type: 'complexGateway', activation: BROKEN }],
  [
    'the activities of an ad-hoc sub-process',
    { id: 'x', type: 'adHocSubProcess', sequential: false, active: TEN, body: inner },
  ],
  [
    'the expression for them',
    { id: 'x', type: 'adHocSubProcess', sequential: false, active: BROKEN, body: inner },
  ],
  [
    'the event of a sub-process’s handler',
    {
      id: 'x',
      type: 'subProcess',
      body: body([
        { id: 'i', type: 'userTask' },
        {
          id: 'h',
          type: 'eventSubProcess',
          start: 'hs',
          interrupting: false,
          definition: { type: 'signal', name: BROKEN },
          body: body([{ id: 'hs', type: 'startEvent' }]),
        },
      ]),
    },
  ],
];

describe('what cannot be carried out', () => {
  it.each(places)('is an incident at its element: %s', (_what, part) => {
    const play = playTo(part);
    expect(play.incidents).toEqual(['x: expression-failed']);
    expect(play.tasks).not.toContain('after');
    expect(play.retry().incidents).toEqual(['x: expression-failed']);
  });

  it.each([
    ['a boundary event', { type: 'signal', name: BROKEN }],
    ['a boundary timer', timer('duration', BROKEN)],
  ])('is an incident at the activity it is attached to: %s', (_what, definition) => {
    const late = { id: 'b', type: 'boundaryEvent' as const, attachedTo: 'x', definition };
    const play = playTo({ id: 'x', type: 'userTask' }, [late]);
    expect(play.incidents).toEqual(['x: expression-failed']);
  });

  it('is an incident behind an event-based gateway, which waits for nothing then', () => {
    const catcher = event('intermediateCatchEvent', message({ name: BROKEN }));
    const play = new Play(
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          { id: 'g', type: 'eventBasedGateway' },
          catcher,
        ],
        flows: ['s>g', 'g>x'],
      }),
    );
    expect(play.incidents).toEqual(['g: expression-failed']);
    expect(play.position.subscriptions).toEqual([]);
  });

  it.each(['exclusiveGateway', 'inclusiveGateway', 'complexGateway', 'task'] as const)(
    'is a condition behind %s that cannot be judged, until a variable is mended',
    (type) => {
      const play = new Play(
        build({
          elements: [
            { id: 's', type: 'startEvent' },
            { id: 'x', type },
            { id: 'yes', type: 'userTask' },
          ],
          flows: ['s>x', 'x>yes: good = "sure" and good'],
        }),
        { good: 'sure' },
      );
      expect(play.incidents).toEqual(['x: expression-failed']);
      expect(play.retry({ good: false }).incidents).toEqual(['x: no-flow-taken']);
    },
  );

  it('is a decision that nobody froze into the process', () => {
    const play = playTo({ id: 'x', type: 'businessRuleTask', decision: 'fee' });
    expect(play.incidents).toEqual(['x: decision-failed']);
  });

  it('is a call of a process that is not there', () => {
    const call: Part = { id: 'x', type: 'callActivity', calledElement: 'gone', separate: false };
    expect(playTo(call).incidents).toEqual(['x: call-failed']);
    expect(playTo({ ...call, input: TEN }).incidents).toEqual(['x: expression-failed']);
    expect(playTo({ ...call, input: BROKEN }).incidents).toEqual(['x: expression-failed']);
    const inputs = [{ target: 'a', source: BROKEN }];
    expect(playTo({ ...call, inputs }).incidents).toEqual(['x: expression-failed']);
  });
});

describe('a timer', () => {
  it.each([
    ['a date', 'date', '2026-03-05', 2.625],
    ['a time without a zone, which is China’s', 'date', '2026-03-02T10:00:00', 1 / 24],
    ['a time with its zone’s name', 'date', '2026-03-02T10:00:00+08:00@Asia/Shanghai', 1 / 24],
    ['months, by the calendar', 'duration', 'P1M', 31],
    ['a year', 'duration', 'P1Y', 365],
    ['weeks, days and hours', 'duration', 'P1W1DT12H', 8.5],
    ['working days', 'duration', '5wd', 5],
    ['a cycle with its own start', 'cycle', 'R1/2026-03-03T09:00:00/P1D', 1],
  ])('is set for %s', (_what, kind, value, days) => {
    const play = playTo(event('intermediateCatchEvent', timer(kind, { value })));
    const [open] = play.position.timers;
    expect((open!.due - play.at) / 86_400_000).toBeCloseTo(days, 6);
  });

  it('that is to fire no time at all is never set', () => {
    const play = playTo(event('intermediateCatchEvent', timer('cycle', { value: 'R0/PT1H' })));
    expect(play.position.timers).toEqual([]);
    expect(play.incidents).toEqual([]);
  });
});

describe('what the host may not say', () => {
  const play = () => playTo({ id: 'x', type: 'userTask', outcomes: [{ id: 'yes', name: '同意' }] });
  const code = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
    return 'accepted';
  };

  it.each([
    ['start', { variables: {} }, 'already-started'],
    ['activityDone', { occurrence: 'x~9', result: null }, 'activity-not-open'],
    ['activityFailed', { occurrence: 'x~9', message: '' }, 'activity-not-open'],
    ['childDone', { occurrence: 'x~9', result: {} }, 'child-not-open'],
    ['childFailed', { occurrence: 'x~9', message: '' }, 'child-not-open'],
    ['timerFired', { id: 'x~9' }, 'timer-not-open'],
    ['messageReceived', { name: 'm', variables: {} }, 'message-not-awaited'],
    ['signalReceived', { name: 's', variables: {} }, 'signal-not-awaited'],
    ['escalated', { key: 'x~9', code: 'E' }, 'task-not-open'],
    ['retryIncident', { id: 'incident~9' }, 'incident-not-open'],
    ['completeTask', { key: 'x~9', answer: {} }, 'task-not-open'],
  ])('%s is refused where it does not fit', (type, more, expected) => {
    const one = play();
    expect(code(() => one.apply({ type, at: one.at, ...more } as never))).toBe(expected);
  });

  it('is an outcome the diagram does not know', () => {
    expect(code(() => play().complete('x', { answer: { outcome: 'no' } }))).toBe('unknown-outcome');
  });

  it.each([
    ['message', '消息'],
    ['signal', '信号'],
    ['startEvent', '入口'],
  ])('is a start by a %s the process has not', (by, word) => {
    const model = build({ elements: [{ id: 's', type: 'startEvent' }], flows: [] });
    const one = Object.assign(Object.create(Play.prototype) as Play, new Play(model), {
      state: { ...new Play(model).state, started: false, ended: false, instances: {} },
    });
    const start = { type: 'start' as const, at: one.at, variables: {}, [by]: 'nobody' };
    expect(code(() => one.apply(start))).toBe('no-such-start');
    expect(() => one.apply(start)).toThrow(word);
  });
});
