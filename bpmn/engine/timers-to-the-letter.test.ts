/** Timers of cases: to the letter in those that open now, as before in those that were open. */
import type { ProcessModel, TimerDefinition } from '../model/process.js';
import { initialState, step } from './index.js';
import { FIRST_ENGINE } from './behaviour-flags.js';
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
