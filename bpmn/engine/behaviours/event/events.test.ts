import type { EventDefinition } from '../../../model/process.js';
import { EventRefused } from '../../index.js';
import { build, scope, type Part } from '../../testing/build.js';
import { Play } from '../../testing/play.js';

const HOUR = 3_600_000;
const start: Part = { id: 's', type: 'startEvent' };
const end: Part = { id: 'e', type: 'endEvent' };
const task = (id: string): Part => ({ id, type: 'userTask' });
const timer = (value: string, kind = 'duration'): EventDefinition =>
  ({ type: 'timer', timer: { kind, value: { value } } }) as EventDefinition;
const message = (name: string, key?: string): EventDefinition => ({
  type: 'message',
  message: { name: { value: name }, ...(key ? { key: { feel: key } } : {}) },
});

describe('boundary timer', () => {
  const withTimer = (definition: EventDefinition, interrupting: boolean): Play =>
    new Play(
      build({
        elements: [
          start,
          task('a'),
          task('b'),
          { id: 't', type: 'boundaryEvent', attachedTo: 'a', interrupting, definition },
          end,
        ],
        flows: ['s>a', 'a>e', 't>b', 'b>e'],
      }),
    );

  it('takes the token when it interrupts', () => {
    const play = withTimer(timer('PT1H'), true).advance(HOUR);
    expect(play.tasks).toEqual(['b']);
    expect(play.count('a')).toBe(0);
    expect(play.complete('b').ended).toBe(true);
  });

  it('repeats as a cycle until the activity ends', () => {
    const play = withTimer(timer('R/PT1H', 'cycle'), false).advance(2 * HOUR);
    expect(play.tasks).toEqual(['a', 'b', 'b']);
    play.complete('a').advance(5 * HOUR);
    expect(play.count('t')).toBe(2);
    expect(play.position.timers).toEqual([]);
    expect(play.complete('b').complete('b').ended).toBe(true);
  });

  it('counts working days by the clock and is cancelled with its activity', () => {
    const play = withTimer(timer('5wd'), true);
    expect(play.position.timers[0]?.due).toBe(play.at + 5 * 24 * HOUR);
    play.complete('a');
    expect(play.commands.some(({ type }) => type === 'cancelTimer')).toBe(true);
    expect(play.ended).toBe(true);
  });
});

describe('messages', () => {
  const model = build({
    elements: [
      start,
      { id: 'm', type: 'intermediateCatchEvent', definition: message('paid', 'order') },
      task('a'),
    ],
    flows: ['s>m', 'm>a'],
  });

  it('reach the event with the same key and bring their variables', () => {
    const play = new Play(model, { order: 'A1' });
    expect(() => play.message('paid', { key: 'A2' })).toThrow(EventRefused);
    play.message('paid', { key: 'A1', variables: { amount: 3 } });
    expect(play.tasks).toEqual(['a']);
    expect(play.variables.amount).toBe(3);
    expect(play.position.subscriptions).toEqual([]);
  });

  it('start a process at the start event that waits for them', () => {
    const two = build({
      elements: [
        start,
        { id: 'sm', type: 'startEvent', definition: message('go') },
        task('a'),
        task('b'),
      ],
      flows: ['s>a', 'sm>b'],
    });
    expect(new Play(two, {}, 'go').tasks).toEqual(['b']);
    expect(new Play(two).tasks).toEqual(['a']);
  });
});

describe('errors', () => {
  const inner = (code: string): Part => ({
    id: 'sub',
    type: 'subProcess',
    body: scope({
      elements: [
        { id: 's1', type: 'startEvent' },
        { id: 'f', type: 'parallelGateway' },
        { id: 'bad', type: 'endEvent', definition: { type: 'error', code } },
        task('sibling'),
      ],
      flows: ['s1>f', 'f>bad', 'f>sibling'],
    }),
  });
  const boundary = (id: string, code?: string): Part => ({
    id,
    type: 'boundaryEvent',
    attachedTo: 'sub',
    definition: { type: 'error', ...(code ? { code } : {}), codeVariable: 'caught' },
  });
  const model = (code: string): ReturnType<typeof build> =>
    build({
      elements: [
        start,
        inner(code),
        boundary('any'),
        boundary('own', 'E'),
        task('a'),
        task('b'),
        end,
      ],
      flows: ['s>sub', 'sub>e', 'any>a', 'own>b'],
    });

  it('go to the event with their code before one that catches all, and cancel the siblings', () => {
    const play = new Play(model('E'));
    expect(play.tasks).toEqual(['b']);
    expect(play.variables.caught).toBe('E');
    expect(play.commands.some((c) => c.type === 'openTask' && c.task.element === 'sibling')).toBe(
      false,
    );
    expect(new Play(model('F')).tasks).toEqual(['a']);
  });

  it('that nobody catches are an incident, and the case has not ended', () => {
    const play = new Play(build({ elements: [start, inner('E'), end], flows: ['s>sub', 'sub>e'] }));
    expect(play.incidents).toEqual(['bad: uncaught-error']);
    expect(play.complete('sibling').ended).toBe(false);
  });
});

describe('terminate end', () => {
  it('ends only its own scope', () => {
    const play = new Play(
      build({
        elements: [
          start,
          {
            id: 'sub',
            type: 'subProcess',
            body: scope({
              elements: [
                task('x'),
                task('y'),
                { id: 'stop', type: 'endEvent', definition: { type: 'terminate' } },
              ],
              flows: ['x>stop'],
            }),
          },
          task('after'),
        ],
        flows: ['s>sub', 'sub>after'],
      }),
    );
    expect(play.tasks).toEqual(['x', 'y']);
    expect(play.complete('x').tasks).toEqual(['after']);
    expect(play.count('sub')).toBe(1);
  });
});
