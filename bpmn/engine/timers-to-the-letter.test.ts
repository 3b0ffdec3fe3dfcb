/** Timers of cases: to the letter in those that open now, as before in those that were open. */
import type { ProcessModel, TimerDefinition } from '../model/process.js';
import { initialState, step } from './index.js';
import { FIRST_ENGINE, FLAGS } from './behaviour-flags.js';
import { nextRound } from './timing.js';
import { compile } from '../compiler/index.js';
import { clock, START } from './testing/play.js';

const timerAt = async (property: string): Promise<ProcessModel> => {
  const { models } = await compile(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/><userTask id="u"/>
    <boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><timerEventDefinition><${property}>=text</${property}></timerEventDefinition></boundaryEvent>
    <sequenceFlow id="g" sourceRef="b" targetRef="n"/><endEvent id="n"/></process></definitions>`,
  );
  return models[0]!;
};
const opened = async (kind: TimerDefinition['kind'], text: string, engine?: number) => {
  const property = { date: 'timeDate', cycle: 'timeCycle', duration: 'timeDuration' }[kind];
  const model = await timerAt(property);
  const { state } = step(
    model,
    initialState(model, engine),
    { type: 'start', at: START, variables: { text } },
    clock,
  );
  const timers = Object.values(state.instances).flatMap(({ triggers }) => triggers);
  return { timers, incidents: Object.values(state.incidents).map(({ message }) => message) };
};

it.each([
  ['date', '2026-04-31T10:00:00+08:00', '日期不存在'],
  ['cycle', 'R/2025-02-29T10:00:00+08:00/P1D', '日期不存在'],
  ['cycle', 'R/PT0S', '不到 1 秒'],
  ['date', '2026-04-01T10:00:00@Mars/Olympus', '时区'],
] as const)('a %s %s is an incident, and was none before', async (kind, text, said) => {
  expect(await opened(kind, text)).toMatchObject({
    timers: [],
    incidents: [expect.stringContaining(said)],
  });
  expect(await opened(kind, text, FIRST_ENGINE)).toMatchObject({
    timers: [{ type: 'timer' }],
    incidents: [],
  });
});

it('a named zone means what it says, and was cut off before', async () => {
  const text = '2026-03-02T20:00:00@America/New_York';
  expect((await opened('date', text)).timers).toMatchObject([
    { due: Date.parse('2026-03-03T01:00:00Z') },
  ]);
  expect((await opened('date', text, FIRST_ENGINE)).timers).toMatchObject([
    { due: Date.parse('2026-03-02T12:00:00Z') },
  ]);
});

it('rounds have an anchor, and had none before', async () => {
  expect((await opened('cycle', 'R/P1M')).timers).toMatchObject([
    { cycle: { every: 'P1M', left: null, from: START, count: 1 } },
  ]);
  const [before] = (await opened('cycle', 'R/P1M', FIRST_ENGINE)).timers;
  expect(before).toMatchObject({ cycle: { every: 'P1M', left: null } });
  expect(before).not.toHaveProperty('cycle.from');
});

describe('a cycle in a named zone', () => {
  const due = async (text: string, rounds: number, engine?: number) => {
    const [first] = (await opened('cycle', text, engine)).timers;
    const seen: string[] = [];
    for (let timer = first; timer?.type === 'timer' && seen.length < rounds;) {
      seen.push(new Date(timer.due).toISOString());
      const next = nextRound(timer, {
        ...{ at: timer.due, clock, toTheLetter: true },
        inZones: engine === undefined,
      });
      timer = next && 'due' in next ? { ...timer, ...next } : undefined;
    }
    return seen;
  };

  it('is at the same hour there when the clocks change', async () => {
    expect(await due('R/2026-03-07T20:00:00@America/New_York/P1D', 3)).toEqual([
      '2026-03-08T01:00:00.000Z',
      '2026-03-09T00:00:00.000Z',
      '2026-03-10T00:00:00.000Z',
    ]);
    expect(await due('R/2026-10-25T02:30:00[Europe/Berlin]/P1W', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
  });

  it('comes back to the 31st, and takes the hour that is skipped a little later', async () => {
    expect(await due('R/2026-01-31T20:00:00@America/New_York/P1M', 3)).toEqual([
      '2026-02-01T01:00:00.000Z',
      '2026-03-01T01:00:00.000Z',
      '2026-04-01T00:00:00.000Z',
    ]);
    expect((await due('R/2026-03-07T02:30:00@America/New_York/P1D', 2))[1]).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  it('counts hours as hours', async () => {
    expect((await due('R/2026-03-07T20:00:00@America/New_York/PT24H', 3))[2]).toBe(
      '2026-03-10T01:00:00.000Z',
    );
  });

  it('was of 24 hours a day before', async () => {
    const before = FLAGS.cyclesInTheirZone.number - 1;
    expect((await due('R/2026-03-07T20:00:00@America/New_York/P1D', 3, before))[2]).toBe(
      '2026-03-10T01:00:00.000Z',
    );
  });
});

describe('before cycles were in their zone', () => {
  const before = FLAGS.cyclesInTheirZone.number - 1;
  const endless = `P${'9'.repeat(19)}Y`;

  it('a length of however many digits was waited for, and a cycle with it', async () => {
    expect((await opened('duration', endless, before)).timers).toMatchObject([{ type: 'timer' }]);
    expect((await opened('cycle', `R/${endless}`, before)).timers).toMatchObject([
      { cycle: { every: endless } },
    ]);
    for (const engine of [before, FIRST_ENGINE])
      expect(await opened('duration', endless, engine)).toMatchObject({ incidents: [] });
  });

  it('a cycle from 24:00 on was an incident, also one of no times', async () => {
    for (const text of ['R0/2026-03-02T24:00:00+08:00/P1D', 'R2/2026-03-02T24:00:00+08:00/P1D'])
      expect(await opened('cycle', text, before)).toMatchObject({
        timers: [],
        incidents: [expect.stringContaining(`定时“${text}”`)],
      });
  });

  it('and now the one is an incident, the other is not', async () => {
    for (const [kind, text] of [
      ['duration', endless],
      ['cycle', `R/${endless}`],
    ] as const)
      expect(await opened(kind, text)).toMatchObject({
        timers: [],
        incidents: [expect.stringContaining('不可识别')],
      });
    expect(await opened('cycle', 'R0/2026-03-02T24:00:00+08:00/P1D')).toEqual({
      timers: [],
      incidents: [],
    });
    expect((await opened('cycle', 'R2/2026-03-02T24:00:00+08:00/P1D')).timers).toMatchObject([
      { due: Date.parse('2026-03-02T16:00:00Z'), cycle: { left: 1 } },
    ]);
  });
});

it('24:00 is the end of its day, and was an incident before', async () => {
  const text = '2026-03-02T24:00:00+08:00';
  expect((await opened('date', text)).timers).toMatchObject([
    { due: Date.parse('2026-03-02T16:00:00Z') },
  ]);
  const before = await opened('date', text, FLAGS.cyclesInTheirZone.number - 1);
  expect(before).toMatchObject({ timers: [], incidents: [expect.stringContaining('不可识别')] });
});
