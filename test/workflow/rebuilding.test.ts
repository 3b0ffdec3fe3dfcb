/** Workflows made anew from the tables, and the marks by which two stores of different times are noticed. */
import { randomUUID } from 'node:crypto';
import { rebuildWorkflows, verifyCases, type Rebuilt } from '../../src/cases/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { repair } from '../../tools/verify/repair.js';
import { CASE_QUEUE } from '../../workflows/contracts/case.js';
import { createTestDatabase, createTestNamespace, testServers } from '../servers/index.js';
import {
  APPLICANT,
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const paid = diagram(
  'paid',
  `<startEvent id="start"/><userTask id="desk" name="经办" ${BY_HANDLER}/>
   <receiveTask id="wait" name="到账" messageRef="payment"/>
   <serviceTask id="licence" name="制证" onestop:adapter="license" onestop:level="county"/>
   <userTask id="handOver" name="出件" ${BY_HANDLER}/><endEvent id="end"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="desk"/>
   <sequenceFlow id="f1" sourceRef="desk" targetRef="wait"/>
   <sequenceFlow id="f2" sourceRef="wait" targetRef="licence"/>
   <sequenceFlow id="f3" sourceRef="licence" targetRef="handOver"/>
   <sequenceFlow id="f4" sourceRef="handOver" targetRef="end"/>`,
).replace('<process ', '<message id="payment" name="payment"/><process ');

const matter = diagram(
  'matter',
  `<startEvent id="start"/><parallelGateway id="split"/>
   <callActivity id="first" name="甲" calledElement="paid" onestop:separate="true" onestop:item="paid"/>
   <callActivity id="second" name="乙" calledElement="paid" onestop:separate="true" onestop:item="paid"/>
   <parallelGateway id="join"/><userTask id="both" name="出件" ${BY_HANDLER}/><endEvent id="end"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
   <sequenceFlow id="f1" sourceRef="split" targetRef="first"/>
   <sequenceFlow id="f2" sourceRef="split" targetRef="second"/>
   <sequenceFlow id="f3" sourceRef="first" targetRef="join"/>
   <sequenceFlow id="f4" sourceRef="second" targetRef="join"/>
   <sequenceFlow id="f5" sourceRef="join" targetRef="both"/>
   <sequenceFlow id="f6" sourceRef="both" targetRef="end"/>`,
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ paid: { xml: paid }, matter: { xml: matter } });
}, 120_000);
afterAll(() => stage?.close());

const rebuild = (which: Rebuilt) =>
  rebuildWorkflows(
    {
      dataSource: stage.dataSource,
      temporal: stage.temporal,
      settings: { dayLength: 86_400_000, adapterGiveUp: 3_000 },
    },
    which,
  );

const pay = (caseNumber: string) =>
  stage.cases.message({ id: randomUUID(), caseNumber, name: 'payment', variables: {} });

const ended = (number: string) => caseWhen(stage.dataSource, number, (row) => row.ended);

async function childrenOf(number: string): Promise<string[]> {
  return eventually('two children', async () => {
    const rows = await stage.dataSource.query<{ number: string }[]>(
      `SELECT number FROM cases WHERE parent_number = $1 AND step > 0 ORDER BY number`,
      [number],
    );
    return rows.length === 2 ? rows.map((row) => row.number) : undefined;
  });
}

const runOf = async (number: string): Promise<string> =>
  (await stage.temporal.workflow.getHandle(number).describe()).runId;

describe('workflows made anew from the tables', () => {
  it('go on where the tables stand, and call outside once by the same key', async () => {
    const number = await stage.submit('paid');
    await stage.complete(number, 'desk');
    await stage.temporal.workflow.getHandle(number).terminate('lost');
    expect(await rebuild({ numbers: [number] })).toEqual({ rebuilt: 1, ended: [], unknown: [] });
    await pay(number);
    await openTask(stage.dataSource, number, 'handOver');
    await rebuild({ numbers: [number] });
    await stage.complete(number, 'handOver');
    await ended(number);
    const keys = stage.calls.filter((call) => call.caseNumber === number).map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers: [number],
    });
    expect(differences).toEqual([]);
  }, 60_000);

  it('remember a message that came before anybody waited for it', async () => {
    const number = await stage.submit('paid');
    await openTask(stage.dataSource, number, 'desk');
    await pay(number);
    await rebuild({ numbers: [number] });
    await stage.complete(number, 'desk');
    await openTask(stage.dataSource, number, 'handOver');
  }, 60_000);

  it('take such a message where the run before was about to', async () => {
    const number = await stage.submit('paid');
    await openTask(stage.dataSource, number, 'desk');
    await stage.complete(number, 'desk');
    await eventually('the wait', async () => {
      const rows = await stage.dataSource.query<unknown[]>(
        `SELECT 1 FROM subscription WHERE case_number = $1`,
        [number],
      );
      return rows.length > 0 || undefined;
    });
    // As it is between the step that began to wait and the one that takes what was kept.
    await stage.dataSource.query(
      `UPDATE cases SET workflow_memory = jsonb_set(workflow_memory, '{early}', $2) WHERE number = $1`,
      [number, JSON.stringify([{ name: 'payment', variables: {} }])],
    );
    await rebuild({ numbers: [number] });
    await openTask(stage.dataSource, number, 'handOver');
  }, 60_000);

  it('answer a command whose step is recorded and which nobody was answered, without doing it again', async () => {
    const number = await stage.submit('paid');
    await openTask(stage.dataSource, number, 'desk');
    await stage.complete(number, 'desk');
    const [command] = await stage.dataSource.query<[{ id: string }]>(
      `SELECT id FROM command WHERE case_number = $1 AND kind = 'complete'`,
      [number],
    );
    await stage.dataSource.query(
      `UPDATE command SET status = 'pending', answer = NULL, sent_at = now() - interval '1 hour'
        WHERE id = $1`,
      [command.id],
    );
    const { step } = await caseWhen(stage.dataSource, number, () => true);
    await rebuild({ numbers: [number] });
    await stage.dispatcher.sendAgain(
      (
        await stage.dataSource.query(
          `SELECT id, case_number, task_id, kind, person_id, post_id, payload, status, answer
             FROM command WHERE id = $1`,
          [command.id],
        )
      )[0],
    );
    const [row] = await stage.dataSource.query<[{ status: string }]>(
      `SELECT status FROM command WHERE id = $1`,
      [command.id],
    );
    expect(row.status).toBe('done');
    expect((await caseWhen(stage.dataSource, number, () => true)).step).toBe(step);
  }, 60_000);

  it('are a whole family, whose parent hears of a child that ended meanwhile', async () => {
    const number = await stage.submit('matter');
    const [first, second] = (await childrenOf(number)) as [string, string];
    await stage.stopWorkers();
    // The parent, and the child that goes on, are lost; the other child ended as far as the tables know.
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, state = 'finished', finished_at = now() WHERE number = $1`,
      [second],
    );
    const report = await rebuild({ numbers: [first] });
    expect(report).toEqual({ rebuilt: 2, ended: [second], unknown: [] });
    await stage.startWorkers();
    await stage.complete(first, 'desk');
    await pay(first);
    await stage.complete(first, 'handOver');
    await stage.complete(number, 'both');
    await ended(number);
    const incidents = await stage.dataSource.query(
      `SELECT 1 FROM incident WHERE case_number = ANY($1)`,
      [[number, first]],
    );
    expect(incidents).toEqual([]);
  }, 60_000);

  it('end what the tables know nothing of, and tell it', async () => {
    const [kept, gone] = [await stage.submit('paid'), `2103810000000000000${Date.now() % 100}`];
    await openTask(stage.dataSource, kept, 'desk');
    const before = await runOf(kept);
    await stage.temporal.workflow.start('caseWorkflow', {
      workflowId: gone,
      taskQueue: CASE_QUEUE,
    });
    const unknown = await eventually('a workflow without a row', async () => {
      const report = await rebuild('all');
      return report.unknown.length > 0 ? report.unknown : undefined;
    });
    expect(unknown).toEqual([gone]);
    expect(await runOf(kept)).not.toBe(before);
    await stage.cases.withdraw(kept, APPLICANT, '不办了', randomUUID());
    await ended(kept);
  }, 60_000);
});

describe('a repair', () => {
  const settings = { dayLength: 86_400_000, adapterGiveUp: 3_000 };
  const quickly = { answerWithin: 2_000 };

  it('ends a workflow that no row explains, and leaves alone what agrees', async () => {
    const [kept, gone] = [await stage.submit('paid'), '210381201903041000015'];
    await openTask(stage.dataSource, kept, 'desk');
    const before = await runOf(kept);
    const options = { workflowId: gone, taskQueue: CASE_QUEUE };
    await stage.temporal.workflow.start('caseWorkflow', options);
    await repair(stage.dataSource, stage.temporal, settings, quickly);
    const { status } = await stage.temporal.workflow.getHandle(gone).describe();
    expect(status.name).toBe('TERMINATED');
    expect(await runOf(kept)).toBe(before);
  }, 60_000);

  it('throws nothing away where no worker answers any more', async () => {
    const numbers = [await stage.submit('paid'), await stage.submit('paid')];
    for (const number of numbers) await openTask(stage.dataSource, number, 'desk');
    const before = await Promise.all(numbers.map(runOf));
    await stage.stopWorkers();
    await expect(repair(stage.dataSource, stage.temporal, settings, quickly)).rejects.toThrow(
      '问不到',
    );
    expect(await Promise.all(numbers.map(runOf))).toEqual(before);
    await stage.startWorkers();
  }, 60_000);

  it('is refused at once where no worker has ever been', async () => {
    const dataSource = await openDatabase(await createTestDatabase());
    const temporal = openTemporal({
      temporalAddress: testServers().temporalAddress,
      temporalNamespace: await createTestNamespace(),
      payloadKeys: stage.environment['PAYLOAD_KEYS']!,
    });
    try {
      await expect(repair(dataSource, temporal, settings)).rejects.toThrow('没有工作进程');
    } finally {
      await temporal.connection.close();
      await dataSource.destroy();
    }
  });
});

describe('the marks of the two stores', () => {
  it('move together; one that is put back is noticed; a new epoch gives other numbers', async () => {
    const marks = new StoreMarks(stage.dataSource, stage.temporal);
    expect(await marks.standing()).toBe('together');
    const backup = (await marks.read()).tables!;
    await marks.advance();
    await marks.advance();
    expect(await marks.standing()).toBe('together');
    await stage.dataSource.query(`UPDATE store_mark SET mark = $1`, [backup.mark]);
    expect(await marks.standing()).toBe('apart');
    await marks.advance();
    expect(await marks.standing()).toBe('apart');
    expect(await marks.beginEpoch()).toBe(backup.epoch + 1);
    expect(await marks.standing()).toBe('together');
    const number = await stage.submit('paid');
    expect(number.charAt(14)).toBe(String(backup.epoch + 1));
    await stage.dataSource.query(`DELETE FROM store_mark`);
    expect(await marks.standing()).toBe('apart');
    expect(await marks.beginEpoch()).toBe(backup.epoch + 2);
  }, 60_000);
});
