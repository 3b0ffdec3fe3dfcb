/** A case across continue-as-new: the timer, the adapter's work and the child under way survive. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/index.js';
import { CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import {
  BY_HANDLER,
  HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const inner = diagram(
  'inner',
  `<startEvent id="start"/><userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide"
     onestop:outcomes="grant=准予"/><endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
   <sequenceFlow id="f2" sourceRef="decide" targetRef="end"/>`,
);

const long = diagram(
  'long',
  `<startEvent id="start"/>
   <parallelGateway id="split"/>
   <intermediateCatchEvent id="wait" name="等候"><timerEventDefinition id="t">
     <timeDuration>PT6S</timeDuration></timerEventDefinition></intermediateCatchEvent>
   <serviceTask id="slow" name="核验" onestop:adapter="slow" onestop:level="county"/>
   <callActivity id="called" name="子件" calledElement="inner" onestop:separate="true" onestop:item="inner"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/>
   <parallelGateway id="join"/>
   <endEvent id="end"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
   <sequenceFlow id="f1" sourceRef="split" targetRef="wait"/>
   <sequenceFlow id="f2" sourceRef="split" targetRef="slow"/>
   <sequenceFlow id="f3" sourceRef="split" targetRef="called"/>
   <sequenceFlow id="f4" sourceRef="split" targetRef="desk"/>
   <sequenceFlow id="g1" sourceRef="wait" targetRef="join"/>
   <sequenceFlow id="g2" sourceRef="slow" targetRef="join"/>
   <sequenceFlow id="g3" sourceRef="called" targetRef="join"/>
   <sequenceFlow id="g4" sourceRef="desk" targetRef="join"/>
   <sequenceFlow id="g5" sourceRef="join" targetRef="end"/>`,
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    inner: { xml: inner },
    long: {
      xml: long,
      item: { children: [{ key: 'x', item: 'inner', when: 'true', name: '子件' }] },
    },
  });
}, 120_000);
afterAll(() => stage?.close());

describe('a case that continues as new', () => {
  it('keeps its timer, its adapter call, its child, its tasks and the answers it gave', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    stage.adapters['slow'] = () => finished.then(() => ({ slow: true }));
    const number = await stage.submit('long');
    const child = await eventually('the child', async () => {
      const [row] = await stage.dataSource.query<{ number: string }[]>(
        `SELECT number FROM cases WHERE parent_number = $1 AND step > 0`,
        [number],
      );
      return row?.number;
    });
    const desk = await openTask(stage.dataSource, number, 'desk');
    const handle = stage.temporal.workflow.getHandle(number);
    const { runId } = await handle.describe();
    await handle.signal(CONTINUE_SIGNAL);
    await eventually('a new run', async () => {
      const described = await handle.describe();
      return described.runId === runId ? undefined : described.runId;
    });
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);

    await stage.tasks.claim(desk, HANDLER);
    await stage.tasks.complete(desk, HANDLER, {}, randomUUID());
    await stage.complete(child, 'decide', { outcome: 'grant' });
    finish();
    const row = await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect(row.variables['slow']).toEqual({ slow: true });
    expect(row.variables['called']).toMatchObject({ outcome: 'granted' });
    const slow = stage.calls.filter(({ adapter }) => adapter === 'slow').map(({ key }) => key);
    expect(new Set(slow).size).toBe(1);
  }, 90_000);
});
