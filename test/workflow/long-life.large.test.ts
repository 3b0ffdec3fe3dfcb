/** A case across continue-as-new: the timer, the adapter's work and the child under way survive. */
import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, type WorkflowHandle } from '@temporalio/client';
import { verifyCases } from '../../src/cases/verification/index.js';
import {
  COMMAND_UPDATE,
  CONTINUE_SIGNAL,
  type CaseCommand,
} from '../../workflows/contracts/case.js';
import { ROUNDS, RUNS } from '../sizes.js';
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

/** Messages under way at once. */
const WINDOW = 8;

/** Each round is a message to the case, and three steps: it is taken, counted, asked on. */
const counting = diagram(
  'counting',
  `<startEvent id="start"/>
   <parallelGateway id="split"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/>
   <boundaryEvent id="late" attachedToRef="desk" cancelActivity="false"><timerEventDefinition id="t">
     <timeDuration>PT20S</timeDuration></timerEventDefinition></boundaryEvent>
   <endEvent id="told"/>
   <callActivity id="called" name="子件" calledElement="inner" onestop:separate="true" onestop:item="inner"/>
   <scriptTask id="zero" scriptFormat="feel" onestop:resultVariable="n"><script>0</script></scriptTask>
   <receiveTask id="tick" messageRef="m"/>
   <scriptTask id="add" scriptFormat="feel" onestop:resultVariable="n"><script>n + 1</script></scriptTask>
   <exclusiveGateway id="more" default="f8"/>
   <parallelGateway id="join"/>
   <endEvent id="end"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
   <sequenceFlow id="f1" sourceRef="split" targetRef="desk"/>
   <sequenceFlow id="f2" sourceRef="split" targetRef="called"/>
   <sequenceFlow id="f3" sourceRef="split" targetRef="zero"/>
   <sequenceFlow id="f4" sourceRef="zero" targetRef="tick"/>
   <sequenceFlow id="f5" sourceRef="tick" targetRef="add"/>
   <sequenceFlow id="f6" sourceRef="add" targetRef="more"/>
   <sequenceFlow id="f7" sourceRef="more" targetRef="tick"><conditionExpression>=n &lt; ${ROUNDS}</conditionExpression></sequenceFlow>
   <sequenceFlow id="f8" sourceRef="more" targetRef="join"/>
   <sequenceFlow id="f9" sourceRef="desk" targetRef="join"/>
   <sequenceFlow id="g1" sourceRef="called" targetRef="join"/>
   <sequenceFlow id="g2" sourceRef="join" targetRef="end"/>
   <sequenceFlow id="g3" sourceRef="late" targetRef="told"/>`,
).replace('<process', '<message id="m" name="tick"/><process');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    inner: { xml: inner },
    long: {
      xml: long,
      item: { children: [{ key: 'x', item: 'inner', when: 'true', name: '子件' }] },
    },
    counting: {
      xml: counting,
      item: { children: [{ key: 'x', item: 'inner', when: 'true', name: '子件' }] },
    },
  });
}, 120_000);
afterAll(() => stage?.close());

const childOf = (number: string): Promise<string> =>
  eventually('the child', async () => {
    const [row] = await stage.dataSource.query<{ number: string }[]>(
      `SELECT number FROM cases WHERE parent_number = $1 AND step > 0`,
      [number],
    );
    return row?.number;
  });

const tick = (): CaseCommand => ({
  id: randomUUID(),
  actor: { person: 'system' },
  kind: 'message',
  name: 'tick',
  variables: {},
});

/** Sends a command as the sweeper does: again, with the same id, while the case is busy. */
async function send(handle: WorkflowHandle, command: CaseCommand): Promise<void> {
  for (;;) {
    try {
      await handle.executeUpdate(COMMAND_UPDATE, { args: [command], updateId: command.id });
      return;
    } catch (error) {
      // 'busy' and 'not processed by worker' are no answers; any other failure of an Update is.
      const { cause } = error as { cause?: { type?: string; message?: string } };
      const unanswered = cause?.type === 'busy' || /wasn't processed/.test(cause?.message ?? '');
      if (!unanswered && !(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}

/** A machine that counts faster than the timer runs has to wait for it. */
const timerFired = (number: string) =>
  eventually('the timer beside the loop', async () => {
    const rows = await stage.dataSource.query<unknown[]>(
      `SELECT 1 FROM case_step WHERE case_number = $1 AND cause LIKE 'timer:%' AND NOT superseded`,
      [number],
    );
    return rows.length > 0 ? true : undefined;
  });

/** The runs of a case, as Temporal lists them. */
async function runsOf(number: string): Promise<string[]> {
  const runs: string[] = [];
  const listed = stage.temporal.workflow.list({ query: `WorkflowId = '${number}'` });
  for await (const { runId } of listed) runs.push(runId);
  return runs;
}

describe('a case that continues as new', () => {
  it('keeps its timer, its adapter call, its child, its tasks and the answers it gave', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    stage.adapters['slow'] = () => finished.then(() => ({ slow: true }));
    const number = await stage.submit('long');
    const child = await childOf(number);
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

  it('takes thousands of steps over several runs, with a timer and a child under way', async () => {
    const number = await stage.submit('counting');
    const handle = stage.temporal.workflow.getHandle(number);
    const child = await childOf(number);
    let left = ROUNDS;
    const publisher = async () => {
      while (left-- > 0) await send(handle, tick());
    };
    await Promise.all(Array.from({ length: WINDOW }, publisher));
    const counted = await caseWhen(
      stage.dataSource,
      number,
      ({ variables }) => variables['n'] === ROUNDS,
    );
    expect(counted.step).toBeGreaterThan(ROUNDS);

    await timerFired(number);
    await stage.complete(child, 'decide', { outcome: 'grant' });
    await stage.complete(number, 'desk');
    const row = await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect(row.variables['called']).toMatchObject({ outcome: 'granted' });
    const [found] = await stage.dataSource.query<
      { fired: number; ticks: number; elements: number }[]
    >(
      `SELECT count(*) FILTER (WHERE cause LIKE 'timer:%')::int AS fired,
              count(*) FILTER (WHERE completed ? 'tick')::int AS ticks,
              sum(jsonb_array_length(completed))::int AS elements
         FROM case_step WHERE case_number = $1 AND NOT superseded`,
      [number],
    );
    expect(found).toMatchObject({ fired: 1, ticks: ROUNDS });
    expect(found!.elements).toBeGreaterThan(3 * ROUNDS);
    expect((await runsOf(number)).length).toBeGreaterThanOrEqual(RUNS);
  }, 300_000);
});
