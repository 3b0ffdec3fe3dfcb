/** What begins without a person, and what pools of one collaboration tell each other, on the platform. */
import { verifyCases } from '../../src/cases/verification/index.js';
import { isSaidByADiagram } from '../../src/cases/correlation/message-flows.js';
import { computedInPlace } from '../../src/definitions/computing/index.js';
import { publish } from '../../src/definitions/processes/index.js';
import { listTimerStarts, setTimerStart } from '../../src/definitions/processes/timer-starts.js';
import {
  APPLICANT,
  BY_HANDLER,
  HANDLER,
  caseWhen,
  diagram,
  eventually,
  openTask,
} from '../workflow/stage.js';
import { openCorrelationStage, outside, type CorrelationStage } from './stage.js';

/** Two pools that name none of their messages alike: only the flows join them. */
const collaboration = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:onestop="urn:onestop:bpmn:1" targetNamespace="urn:test">
  <message id="m1" name="asked"/><message id="m2" name="wanted"/>
  <message id="m3" name="said"/><message id="m4" name="heard"/>
  <collaboration id="both">
    <participant id="p1" processRef="asking"/><participant id="p2" processRef="answering"/>
    <messageFlow id="there" sourceRef="ask" targetRef="begin"/>
    <messageFlow id="back" sourceRef="reply" targetRef="hear"/>
  </collaboration>
  <process id="asking" isExecutable="true">
    <startEvent id="start"/>
    <intermediateThrowEvent id="ask"><messageEventDefinition messageRef="m1"/></intermediateThrowEvent>
    <intermediateCatchEvent id="hear"><messageEventDefinition messageRef="m4"/></intermediateCatchEvent>
    <userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
    <sequenceFlow id="f2" sourceRef="ask" targetRef="hear"/>
    <sequenceFlow id="f3" sourceRef="hear" targetRef="desk"/>
    <sequenceFlow id="f4" sourceRef="desk" targetRef="end"/>
  </process>
  <process id="answering" isExecutable="true">
    <startEvent id="begin"><messageEventDefinition messageRef="m2"/></startEvent>
    <userTask id="think" name="会商" ${BY_HANDLER}/>
    <endEvent id="reply"><messageEventDefinition messageRef="m3"/></endEvent>
    <sequenceFlow id="g1" sourceRef="begin" targetRef="think"/>
    <sequenceFlow id="g2" sourceRef="think" targetRef="reply"/>
  </process>
</definitions>`;

const eitherWay = diagram(
  'either',
  `<eventBasedGateway id="gate" instantiate="true"/>
   <intermediateCatchEvent id="byLetter"><messageEventDefinition messageRef="letter"/></intermediateCatchEvent>
   <intermediateCatchEvent id="byCall"><messageEventDefinition messageRef="call"/></intermediateCatchEvent>
   <userTask id="read" name="阅信" ${BY_HANDLER}/><userTask id="listen" name="接听" ${BY_HANDLER}/>
   <endEvent id="end1"/><endEvent id="end2"/>
   <sequenceFlow id="f1" sourceRef="gate" targetRef="byLetter"/>
   <sequenceFlow id="f2" sourceRef="gate" targetRef="byCall"/>
   <sequenceFlow id="f3" sourceRef="byLetter" targetRef="read"/>
   <sequenceFlow id="f4" sourceRef="byCall" targetRef="listen"/>
   <sequenceFlow id="f5" sourceRef="read" targetRef="end1"/>
   <sequenceFlow id="f6" sourceRef="listen" targetRef="end2"/>`,
).replace(
  '<process ',
  '<message id="letter" name="letter"/><message id="call" name="call"/><process ',
);

const timed = (cycle: string) =>
  diagram(
    'timed',
    `<startEvent id="hourly"><timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></startEvent>
     <userTask id="desk" name="巡查" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="hourly" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>`,
  );

let stage: CorrelationStage;
beforeAll(async () => {
  stage = await openCorrelationStage({
    asking: { xml: collaboration },
    answering: { xml: collaboration },
    either: { xml: eitherWay },
    timed: { xml: timed('R3/PT1H') },
  });
}, 120_000);
afterAll(() => stage?.close());

const casesOf = (item: string) =>
  stage.dataSource.query<{ number: string; collaboration: string | null }[]>(
    `SELECT number, collaboration FROM cases WHERE item_code = $1 ORDER BY number`,
    [item],
  );

describe('a message flow', () => {
  it('is said by nobody else: the name belongs to the diagrams that it joins', async () => {
    const { manager } = stage.dataSource;
    expect(await isSaidByADiagram(manager, 'heard')).toBe(true);
    expect(await isSaidByADiagram(manager, 'letter')).toBe(false);
  });

  it('opens a case of the other pool and brings its answer back to the case that asked', async () => {
    const [one, other] = [await stage.submit('asking'), await stage.submit('asking')];
    const partners = await eventually('both partners', async () => {
      const rows = await casesOf('answering');
      return rows.length === 2 ? rows : undefined;
    });
    expect(partners.map(({ collaboration: began }) => began).sort()).toEqual([one, other].sort());
    const { number } = partners.find(({ collaboration: began }) => began === other)!;
    await stage.complete(number, 'think');
    await openTask(stage.dataSource, other, 'desk');
    const [row] = await stage.dataSource.query<{ name: string }[]>(
      `SELECT name FROM subscription WHERE case_number = $1`,
      [one],
    );
    expect(row).toEqual({ name: 'heard' });
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);
  }, 60_000);
});

describe('an event-based gateway at the beginning', () => {
  it('opens a case by whichever of its messages comes', async () => {
    const variables = { region: '210381', applicant: APPLICANT.personId };
    const message = outside('0b8f4a3e-6a43-4a36-9f6c-2f64b1a4f001', 'call', null, variables);
    const { receiver } = await stage.correlation.publish(message);
    await openTask(stage.dataSource, receiver!, 'listen');
  }, 60_000);
});

describe('a timer at the beginning', () => {
  const timer = async () => {
    const [row] = await stage.dataSource.query<
      { next_at: Date | null; problem: string | null; cycle: object | null; planned: boolean }[]
    >(`SELECT next_at, problem, cycle, planned FROM process_start WHERE process_id = 'timed'`);
    return row!;
  };
  /** As if the time had come. */
  const due = () =>
    stage.dataSource.query(
      `UPDATE process_start SET next_at = now() WHERE process_id = 'timed' AND next_at IS NOT NULL`,
    );

  it('says what is missing while nobody set for whom and where it opens cases', async () => {
    await eventually('its plan', async () => (await timer()).next_at ?? undefined);
    await due();
    const { problem } = await eventually('the problem', async () => {
      const row = await timer();
      return row.problem === null ? undefined : row;
    });
    expect(problem).toContain('region');
    expect(await casesOf('timed')).toEqual([]);
  }, 60_000);

  it('opens a case each time it is due, as often as it says, and no more', async () => {
    const admin = { postId: null, organisationId: null, role: 'admin', name: '管理员' };
    const set = (element: string, region: string, applicant: string) =>
      setTimerStart(
        stage.dataSource,
        { ...HANDLER, ...admin },
        { process: 'timed', element },
        { region, applicant },
      );
    for (const [code, ...wrong] of [
      ['no-such-region', 'hourly', '999999', 'applicant'],
      ['no-such-applicant', 'hourly', '210381', 'handler'],
      ['no-such-timer-start', 'desk', '210381', 'applicant'],
    ] as const)
      await expect(set(wrong[0], wrong[1], wrong[2])).rejects.toMatchObject({ code });
    await set('hourly', '210381', 'applicant');
    expect(await listTimerStarts(stage.dataSource.manager)).toMatchObject([
      { process: 'timed', element: 'hourly', timer: 'R3/PT1H', applicant: 'applicant' },
    ]);
    for (const count of [1, 2]) {
      await due();
      const rows = await eventually(`case ${count}`, async () => {
        const found = await casesOf('timed');
        return found.length === count ? found : undefined;
      });
      await openTask(stage.dataSource, rows.at(-1)!.number, 'desk');
      await caseWhen(stage.dataSource, rows.at(-1)!.number, ({ step }) => step > 0);
    }
    expect(await timer()).toMatchObject({ next_at: null, cycle: null, problem: null });
  }, 60_000);

  it('keeps its time when the process is published again, unless it was changed', async () => {
    const { manager } = stage.dataSource;
    const again = (xml: string) =>
      publish(manager, computedInPlace, { processId: 'timed', name: 'timed', xml, by: 'system' });
    await again(timed('R3/PT1H').replace('巡查', '复查'));
    expect(await timer()).toMatchObject({ next_at: null, planned: true });
    await again(timed('R/P1D').replace('巡查', '复查'));
    await eventually('its new plan', async () => (await timer()).next_at ?? undefined);
  }, 60_000);
});
