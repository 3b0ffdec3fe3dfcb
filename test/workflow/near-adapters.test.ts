/**
 * Near adapters on real servers: called within the step, once; what fails or is late is called again as
 * an ordinary activity under the same key; and the history replays whatever ended first.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { bpmnError, refused } from '../../activities/adapter.js';
import { verifiedModels } from '../../src/worker/verified-models.js';
import { workflowBundle } from '../../src/worker/workflow-bundle.js';
import { dataConverter } from '../../src/platform/temporal/index.js';
import {
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const LEVEL = 'onestop:level="county"';

/** A lookup, a task, then a licence and a seal side by side, and a regulator is told. */
const LIFE = diagram(
  'life',
  `<startEvent id="start"/>
   <serviceTask id="look" onestop:adapter="exchange" ${LEVEL}/>
   <userTask id="decide" ${BY_HANDLER}/>
   <serviceTask id="ask" onestop:adapter="ask" ${LEVEL}/>
   <parallelGateway id="both"/>
   <serviceTask id="licence" onestop:adapter="license" ${LEVEL}/>
   <serviceTask id="sealing" onestop:adapter="seal" ${LEVEL}/>
   <parallelGateway id="joined"/>
   <serviceTask id="tell" onestop:adapter="regulation-push" ${LEVEL}/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="look"/>
   <sequenceFlow id="f2" sourceRef="look" targetRef="decide"/>
   <sequenceFlow id="f3" sourceRef="decide" targetRef="ask"/>
   <sequenceFlow id="f4" sourceRef="ask" targetRef="both"/>
   <sequenceFlow id="f5" sourceRef="both" targetRef="licence"/>
   <sequenceFlow id="f6" sourceRef="both" targetRef="sealing"/>
   <sequenceFlow id="f7" sourceRef="licence" targetRef="joined"/>
   <sequenceFlow id="f8" sourceRef="sealing" targetRef="joined"/>
   <sequenceFlow id="f9" sourceRef="joined" targetRef="tell"/>
   <sequenceFlow id="f10" sourceRef="tell" targetRef="end"/>`,
);

/** A lookup whose refusal the diagram catches. */
const CAUGHT = diagram(
  'caught',
  `<startEvent id="start"/>
   <serviceTask id="look" onestop:adapter="exchange" ${LEVEL}/>
   <boundaryEvent id="unknown" attachedToRef="look"><errorEventDefinition errorRef="none"/></boundaryEvent>
   <userTask id="by-hand" ${BY_HANDLER}/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="look"/>
   <sequenceFlow id="f2" sourceRef="look" targetRef="end"/>
   <sequenceFlow id="f3" sourceRef="unknown" targetRef="by-hand"/>
   <sequenceFlow id="f4" sourceRef="by-hand" targetRef="end"/>`,
).replace('<process ', '<error id="none" errorCode="none"/><process ');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ life: { xml: LIFE }, caught: { xml: CAUGHT } }, true);
}, 120_000);
afterAll(() => stage?.close(), 30_000);
beforeEach(() => {
  stage.adapters = {};
  stage.calls.length = 0;
});

const ended = (caseNumber: string) => caseWhen(stage.dataSource, caseNumber, (row) => row.ended);
const callsOf = (adapter: string) => stage.calls.filter((call) => call.adapter === adapter);

/** How many activities were scheduled for a worker: what is near is none. */
async function scheduledIn(caseNumber: string): Promise<number> {
  const { events } = await stage.temporal.workflow.getHandle(caseNumber).fetchHistory();
  return events!.filter((event) => event.activityTaskScheduledEventAttributes).length;
}

/** Once its workflow has ended: its last step is in the tables before it is in history. */
async function replay(caseNumber: string): Promise<void> {
  const handle = stage.temporal.workflow.getHandle(caseNumber);
  await handle.result();
  await Worker.runReplayHistory(
    {
      workflowBundle: await workflowBundle(new DefaultLogger('WARN')),
      dataConverter: dataConverter(
        stage.environment['PAYLOAD_KEYS']!,
        verifiedModels(stage.dataSource),
      ),
    },
    await handle.fetchHistory(),
    caseNumber,
  );
}

it('near adapters that answer are called once each, within the step, after something was in history', async () => {
  const caseNumber = await stage.submit('life');
  await stage.complete(caseNumber, 'decide');
  await ended(caseNumber);
  expect(stage.calls.map(({ adapter }) => adapter).sort()).toEqual(
    ['ask', 'exchange', 'license', 'regulation-push', 'seal'].sort(),
  );
  await replay(caseNumber);
  // Only what is not near.
  expect(await scheduledIn(caseNumber)).toBe(1);
});

it('side by side they end in any order and the history replays', async () => {
  stage.adapters['license'] = async () => {
    await pause(300);
    return { number: 'L' };
  };
  const caseNumber = await stage.submit('life');
  await stage.complete(caseNumber, 'decide');
  await ended(caseNumber);
  await replay(caseNumber);
});

it('one that fails for a while is called again as an ordinary one, under one key', async () => {
  let failures = 2;
  stage.adapters['license'] = () =>
    failures-- > 0 ? Promise.reject(new Error('busy')) : Promise.resolve({ number: 'L' });
  const caseNumber = await stage.submit('life');
  await stage.complete(caseNumber, 'decide');
  await ended(caseNumber);
  const keys = callsOf('license').map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  await replay(caseNumber);
});

it('one that does not answer within a second is called as an ordinary one, and the case goes on', async () => {
  let first = true;
  stage.adapters['seal'] = async () => {
    if (first) {
      first = false;
      await pause(2_500);
    }
    return {};
  };
  const caseNumber = await stage.submit('life');
  await stage.complete(caseNumber, 'decide');
  await ended(caseNumber);
  expect(callsOf('seal')).toHaveLength(2);
  await replay(caseNumber);
});

it('a refusal for good is told at once: nothing is called a second time', async () => {
  stage.adapters['license'] = () => Promise.reject(refused('没有这样的证照'));
  const caseNumber = await stage.submit('life');
  await stage.complete(caseNumber, 'decide');
  const message = await eventually('the incident', async () => {
    const [row] = await stage.dataSource.query<{ message: string }[]>(
      `SELECT message FROM incident WHERE case_number = $1`,
      [caseNumber],
    );
    return row?.message;
  });
  expect(message).toContain('没有这样的证照');
  expect(callsOf('license')).toHaveLength(1);
});

it('a refusal that the diagram catches is caught, called once', async () => {
  stage.adapters['exchange'] = () => Promise.reject(bpmnError('none', '查无此人'));
  const caseNumber = await stage.submit('caught');
  await openTask(stage.dataSource, caseNumber, 'by-hand');
  expect(callsOf('exchange')).toHaveLength(1);
  expect(await scheduledIn(caseNumber)).toBe(0);
  await stage.complete(caseNumber, 'by-hand');
  await replay(caseNumber);
});
