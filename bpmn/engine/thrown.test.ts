/** What leaves an element: messages with their names and keys, what is thrown, variables for others. */
import { FIRST_ENGINE } from './behaviour-flags.js';
import { build, scope, type Part } from './testing/build.js';
import { Play } from './testing/play.js';

const start: Part = { id: 's', type: 'startEvent' };
const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });
const signal = (name: string) => ({ type: 'signal', name: { value: name } });
const alone = (part: Part, variables = {}): Play =>
  new Play(build({ elements: [start, part], flows: [`s>${part.id}`] }), variables);

describe('names and keys of messages', () => {
  const thrown = (message: object) =>
    alone({
      id: 'x',
      type: 'intermediateThrowEvent',
      definition: { type: 'message', message },
    }).commands.find(({ type }) => type === 'throwMessage');

  it('may be numbers', () => {
    expect(thrown({ name: { feel: '20 + 3' }, key: { feel: '7' } })).toEqual({
      type: 'throwMessage',
      element: 'x',
      name: '23',
      key: '7',
      variables: {},
    });
    expect(thrown({ name: { value: 'paid' }, key: { feel: '"A1"' } })).toMatchObject({ key: 'A1' });
    const keyless = { type: 'throwMessage', element: 'x', name: 'paid', variables: {} };
    expect(thrown({ name: { value: 'paid' } })).toEqual(keyless);
    // of a conversation that has not begun yet
    const later = { name: { value: 'paid' }, keyIfKnown: true };
    expect(thrown({ ...later, key: { feel: 'null' } })).toEqual(keyless);
    expect(thrown({ ...later, key: { feel: '[null, null]' } })).toEqual(keyless);
  });

  it('may be several, each a text or a number', () => {
    const key = (feel: string) => thrown({ name: { value: 'paid' }, key: { feel } });
    expect(key('["A1", 2026]')).toMatchObject({ key: '["A1",2026]' });
  });

  it.each(['["A1"]', '["A1", 2026]', 'date("2026-03-02")', 'duration("P1D")'])(
    'that are %s are an incident where the diagram says one key',
    (feel) => {
      const message = { name: { value: 'paid' }, key: { feel }, keyIsOne: true };
      const play = alone({
        id: 'x',
        type: 'intermediateCatchEvent',
        definition: { type: 'message', message },
      });
      expect(play.incidents).toEqual(['x: expression-failed']);
    },
  );

  it('that are one text or number are taken where the diagram says one key', () => {
    const key = (feel: string) =>
      thrown({ name: { value: 'paid' }, key: { feel }, keyIsOne: true });
    expect(key('"A1"')).toMatchObject({ key: 'A1' });
    expect(key('12345678901234567890')).toMatchObject({ key: '12345678901234567890' });
  });

  it.each(['null', 'true', '{}', '[]', '["A1", null]', '[[1]]', 'missing'])(
    'that are %s are an incident, where a message is thrown and where one is awaited',
    (feel) => {
      const message = { name: { value: 'paid' }, key: { feel } };
      for (const type of ['intermediateThrowEvent', 'intermediateCatchEvent'] as const) {
        const play = alone({ id: 'x', type, definition: { type: 'message', message } });
        expect(play.incidents).toEqual(['x: expression-failed']);
        expect(play.position.incidents[0]?.message).toContain('关联键');
        expect(play.position.subscriptions).toEqual([]);
      }
    },
  );

  it('were their JSON, and null was none where one is thrown, in cases opened before', () => {
    const message = { name: { value: 'paid' }, key: { feel: 'null' } };
    const before = (type: Part['type']): Play =>
      new Play(
        build({
          elements: [start, { id: 'x', type, definition: { type: 'message', message } }],
          flows: ['s>x'],
        }),
        {},
        '',
        FIRST_ENGINE,
      );
    const sent = before('intermediateThrowEvent').commands.find(
      ({ type }) => type === 'throwMessage',
    );
    expect(sent).toEqual({ type: 'throwMessage', element: 'x', name: 'paid', variables: {} });
    const [awaited] = before('intermediateCatchEvent').position.subscriptions;
    expect(awaited).toMatchObject({ name: 'paid', key: 'null' });
  });

  it('meet when both are the same number', () => {
    const definition = {
      type: 'message',
      message: { name: { value: 'paid' }, key: { feel: 'order' } },
    };
    const play = alone({ id: 'x', type: 'intermediateCatchEvent', definition }, { order: 12 });
    expect(play.position.subscriptions[0]?.key).toBe('12');
    expect(play.message('paid', { key: '12' }).ended).toBe(true);
  });
});

describe('what is thrown', () => {
  it('is an incident under the event’s name when nobody catches an error without a code', () => {
    const play = alone({ id: 'x', type: 'endEvent', name: '退件', definition: { type: 'error' } });
    expect(play.incidents).toEqual(['x: uncaught-error']);
    expect(play.position.incidents[0]?.message).toContain('退件');
  });

  it('tells the boundary event which escalation it caught, and no other', () => {
    const boundary = (id: string, more: object): Part => ({
      id,
      type: 'boundaryEvent',
      attachedTo: 'a',
      interrupting: false,
      definition: {
        type: 'multiple',
        parallel: false,
        parts: [
          { type: 'escalation', ...more, codeVariable: 'which' },
          { type: 'escalation', code: 'other', codeVariable: 'wrong' },
          signal('beside'),
        ],
      },
    });
    const play = new Play(
      build({
        elements: [start, task('a'), boundary('any', {}), task('b')],
        flows: ['s>a', 'any>b'],
      }),
    );
    const [open] = play.position.tasks;
    play.apply({ type: 'escalated', at: play.at, key: open!.key, code: 'late' });
    expect(play.tasks).toEqual(['a', 'b']);
    expect(play.variables).toEqual({ which: 'late' });
  });

  it('to undo waits unless it is said not to', () => {
    const play = new Play(
      build({
        elements: [
          start,
          { id: 'a', type: 'task', compensation: 'undo' },
          task('undo', { isForCompensation: true }),
          { id: 'x', type: 'intermediateThrowEvent', definition: { type: 'compensate' } },
          task('after'),
        ],
        flows: ['s>a', 'a>x', 'x>after'],
      }),
    );
    expect(play.tasks).toEqual(['undo']);
    expect(play.complete('undo').tasks).toEqual(['after']);
  });

  it('as a signal is told to the host with its name, once', () => {
    const play = alone({ id: 'x', type: 'intermediateThrowEvent', definition: signal('G') });
    expect(play.commands.filter(({ type }) => type === 'throwSignal')).toEqual([
      { type: 'throwSignal', element: 'x', name: 'G', variables: {} },
    ]);
  });
});

describe('variables', () => {
  const child = { ...build({ elements: [task('c')], flows: [] }), id: 'child' };

  it('of an inner scope hide those of an outer one from a called process', () => {
    const call: Part = {
      id: 'call',
      type: 'callActivity',
      calledElement: 'child',
      separate: false,
    };
    const sub: Part = {
      id: 'sub',
      type: 'subProcess',
      inputs: [{ target: 'x', source: { feel: '"inner"' } }],
      body: scope({ elements: [call], flows: [] }),
    };
    const play = new Play(build({ elements: [start, sub], flows: ['s>sub'] }, { child }), {
      x: 'outer',
      y: 1,
    });
    const called = Object.values(play.state.instances).find((one) => one.called !== undefined);
    expect(called?.variables).toEqual({ x: 'inner', y: 1 });
  });

  it.each([
    [
      { passAll: true, inputs: [{ target: 'y', source: { feel: '2' } }] },
      { x: 1, y: 2 },
    ],
    [{ inputs: [{ target: 'y', source: { feel: '2' } }] }, { y: 2 }],
    [{ input: { feel: '{z: 3}' } }, { z: 3 }],
    [{ input: { feel: '{z: 3}' }, inputs: [{ target: 'z', source: { feel: '4' } }] }, { z: 4 }],
    [{ passAll: false }, {}],
    [{}, { x: 1 }],
  ])('go into a called process as the call maps them: %j', (more, expected) => {
    const call: Part = {
      id: 'call',
      type: 'callActivity',
      calledElement: 'child',
      separate: false,
    };
    const play = new Play(
      build({ elements: [start, { ...call, ...more }], flows: ['s>call'] }, { child }),
      { x: 1 },
    );
    const called = Object.values(play.state.instances).find((one) => one.called !== undefined);
    expect(called?.variables).toEqual(expected);
  });

  it('that a called process cannot give back hold the call as an incident', () => {
    const outputs = [{ target: 'z', source: { feel: 'x +' } }];
    const call: Part = {
      id: 'call',
      type: 'callActivity',
      calledElement: 'child',
      separate: false,
      outputs,
    };
    const play = new Play(build({ elements: [start, call], flows: ['s>call'] }, { child }));
    expect(play.complete('c').incidents).toEqual(['call: expression-failed']);
    expect(play.ended).toBe(false);
  });
});
