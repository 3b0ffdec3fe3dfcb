/** The case as a workflow, on real servers: acts, corrections, adapters, incidents, messages, withdrawal. */
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { verifyCases } from '../../src/cases/verification/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import { ADAPTER_REFUSED } from '../../workflows/contracts/case.js';
import {
  AGAINST,
  APPLICANT,
  BY_HANDLER,
  COLLEAGUE,
  HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const permit = diagram(
  'permit',
  `<startEvent id="start"/>
   <userTask id="accept" name="受理" ${BY_HANDLER} onestop:act="accept" onestop:limit="5wd"
     onestop:outcomes="accept=受理;correct=补正;reject=不予受理"/>
   <exclusiveGateway id="accepted" default="toReject"/>
   <userTask id="correct" name="补正" onestop:role="applicant" onestop:act="correct"/>
   <serviceTask id="check" name="核验" onestop:adapter="check" onestop:level="county"
     onestop:input="={area: form.area}"/>
   <userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide"
     onestop:outcomes="grant=准予;refuse=不予"/>
   <endEvent id="rejected"/><endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="accept"/>
   <sequenceFlow id="f2" sourceRef="accept" targetRef="accepted"/>
   <sequenceFlow id="f3" sourceRef="accepted" targetRef="correct">
     <conditionExpression>=accept.outcome = "correct"</conditionExpression></sequenceFlow>
   <sequenceFlow id="f4" sourceRef="accepted" targetRef="check">
     <conditionExpression>=accept.outcome = "accept"</conditionExpression></sequenceFlow>
   <sequenceFlow id="toReject" sourceRef="accepted" targetRef="rejected"/>
   <sequenceFlow id="f5" sourceRef="correct" targetRef="accept"/>
   <sequenceFlow id="f6" sourceRef="check" targetRef="decide"/>
   <sequenceFlow id="f7" sourceRef="decide" targetRef="end"/>`,
);

const paying = diagram(
  'paying',
  `<startEvent id="start"/>
   <serviceTask id="order" name="缴费" onestop:adapter="order" onestop:level="county"/>
   <receiveTask id="paid" name="到账" messageRef="payment"/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="order"/>
   <sequenceFlow id="f2" sourceRef="order" targetRef="paid"/>
   <sequenceFlow id="f3" sourceRef="paid" targetRef="end"/>`,
).replace('<process ', '<message id="payment" name="payment"/><process ');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ permit: { xml: permit }, paying: { xml: paying } });
}, 120_000);
afterAll(() => stage?.close());
afterEach(() => {
  stage.adapters = {};
});

async function incidentOf(caseNumber: string) {
  return eventually(`incident of ${caseNumber}`, async () => {
    const [row] = await stage.dataSource.query<{ id: string; code: string; message: string }[]>(
      `SELECT id, code, message FROM incident WHERE case_number = $1 AND state = 'open'`,
      [caseNumber],
    );
    return row;
  });
}

describe('a case', () => {
  it('goes from submission to the decision, and its rows agree with its workflow all the way', async () => {
    const number = await stage.submit('permit', {
      form: { area: 180, idNumber: '11010519491231002X' },
    });
    await openTask(stage.dataSource, number, 'accept');
    expect(
      (await verifyCases(stage.dataSource, stage.temporal, { numbers: [number] })).differences,
    ).toEqual([]);
    await stage.complete(number, 'accept', { outcome: 'accept' });
    const accepted = await caseWhen(stage.dataSource, number, ({ state }) => state === 'accepted');
    expect(accepted.ended).toBe(false);
    await stage.complete(number, 'decide', { outcome: 'grant' });
    const ended = await caseWhen(stage.dataSource, number, (row) => row.ended);
    expect(ended.state).toBe('finished');
    const [{ due_at, promised_due_at, accepted_at, decided_at }] = await stage.dataSource.query(
      `SELECT due_at, promised_due_at, accepted_at, decided_at FROM cases WHERE number = $1`,
      [number],
    );
    expect(due_at > promised_due_at && promised_due_at > accepted_at).toBe(true);
    expect(decided_at).not.toBeNull();
    const input = stage.calls.find(({ caseNumber }) => caseNumber === number)?.input;
    // Fields that the item does not list for the process never leave the database.
    expect(input).toEqual({ area: 180 });
  }, 60_000);

  it('asks the applicant for corrections once and takes them', async () => {
    const number = await stage.submit('permit');
    await stage.complete(number, 'accept', { outcome: 'correct', opinion: '缺操作间' });
    await openTask(stage.dataSource, number, 'correct');
    await stage.cases.supplement(number, APPLICANT, { opinion: '已补' }, randomUUID());
    await openTask(stage.dataSource, number, 'accept');
    const { state } = await caseWhen(stage.dataSource, number, () => true);
    expect(state).toBe('collected');
    const again = stage.cases.supplement(number, APPLICANT, {}, randomUUID());
    await expect(again).rejects.toMatchObject({ status: 409, code: 'no-correction-asked' });
  }, 60_000);

  it('gives one of two handlers who claim a task, and tells the other who has it', async () => {
    const number = await stage.submit('permit');
    const task = await openTask(stage.dataSource, number, 'accept');
    const claims = await Promise.allSettled([
      stage.tasks.claim(task, HANDLER),
      stage.tasks.claim(task, COLLEAGUE),
    ]);
    const lost = claims.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toMatchObject({
      status: 409,
      code: 'task-claimed',
      details: { by: expect.stringMatching(/承办人[甲乙]/) },
    });
  }, 60_000);

  it('answers a repeated command as the first time, and tells another person whose it was', async () => {
    const key = randomUUID();
    const number = await stage.submit('permit', { key });
    expect(await stage.submit('permit', { key })).toBe(number);
    const task = await openTask(stage.dataSource, number, 'accept');
    await stage.tasks.claim(task, HANDLER);
    const command = randomUUID();
    const completion = { outcome: 'accept' };
    const first = await stage.tasks.complete(task, HANDLER, completion, command);
    expect(await stage.tasks.complete(task, HANDLER, completion, command)).toEqual(first);
    const other = stage.tasks.complete(task, COLLEAGUE, completion, command);
    await expect(other).rejects.toMatchObject({
      code: 'command-of-another',
      details: { by: '承办人甲' },
    });
  }, 60_000);

  it('gives two presses of one button at the same moment the same answer', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([
      stage.submit('permit', { key }),
      stage.submit('permit', { key }),
    ]);
    expect(second).toBe(first);
    const task = await openTask(stage.dataSource, first, 'accept');
    await stage.tasks.claim(task, HANDLER);
    const press = randomUUID();
    const completion = { outcome: 'accept' };
    const answers = await Promise.all([
      stage.tasks.complete(task, HANDLER, completion, press),
      stage.tasks.complete(task, HANDLER, completion, press),
    ]);
    expect(answers[0]).toMatchObject({ status: 'done' });
    expect(answers[1]).toEqual(answers[0]);
  }, 60_000);

  it('goes back to the pool when its handler releases it, also without a role', async () => {
    const number = await stage.submit('permit');
    const task = await openTask(stage.dataSource, number, 'accept');
    await stage.dataSource.query(`UPDATE task SET role = NULL WHERE id = $1`, [task]);
    await stage.tasks.claim(task, HANDLER);
    await stage.tasks.release(task, HANDLER);
    await stage.tasks.claim(task, COLLEAGUE);
  }, 60_000);

  it('refuses an outcome that the diagram does not know, and a rejection without reasons, and leaves the task as it was', async () => {
    const number = await stage.submit('permit');
    const task = await openTask(stage.dataSource, number, 'accept');
    await stage.tasks.claim(task, HANDLER);
    const wrong = stage.tasks.complete(task, HANDLER, { outcome: 'maybe' }, randomUUID());
    await expect(wrong).rejects.toMatchObject({ status: 422, code: 'unknown-outcome' });
    const { outcome } = AGAINST.reject;
    for (const opinion of [undefined, '  ', '——。', '同']) {
      const mute = stage.tasks.complete(task, HANDLER, { outcome, opinion }, randomUUID());
      await expect(mute).rejects.toMatchObject({ status: 422, code: 'reasons-missing' });
    }
    await stage.tasks.complete(task, HANDLER, AGAINST.reject, randomUUID());
    const { state, ended } = await caseWhen(stage.dataSource, number, (row) => row.ended);
    expect([state, ended]).toEqual(['rejected', true]);
  }, 60_000);

  it('retries an adapter that fails for a while and calls it with one key', async () => {
    let attempts = 0;
    stage.adapters['check'] = () => {
      attempts += 1;
      return attempts < 3 ? Promise.reject(new Error('503')) : Promise.resolve({ ok: true });
    };
    const number = await stage.submit('permit');
    await stage.complete(number, 'accept', { outcome: 'accept' });
    await openTask(stage.dataSource, number, 'decide');
    const keys = stage.calls.filter((call) => call.caseNumber === number).map(({ key }) => key);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  }, 60_000);

  it('shows an incident when an adapter refuses for good, and goes on when it is retried after mending', async () => {
    stage.adapters['check'] = () =>
      Promise.reject(ApplicationFailure.nonRetryable('营业执照已吊销', ADAPTER_REFUSED));
    const number = await stage.submit('permit');
    await stage.complete(number, 'accept', { outcome: 'accept' });
    const incident = await incidentOf(number);
    expect(incident).toMatchObject({ code: 'adapter-failed' });
    expect(incident.message).toContain('营业执照已吊销');
    expect(
      (await verifyCases(stage.dataSource, stage.temporal, { numbers: [number] })).differences,
    ).toEqual([]);
    delete stage.adapters['check'];
    await stage.cases.retryIncident(incident.id, HANDLER, undefined, randomUUID());
    await openTask(stage.dataSource, number, 'decide');
  }, 60_000);

  it('keeps a payment notice that comes before the diagram waits for it, and takes a second one as nothing', async () => {
    let arrive = () => {};
    const noticed = new Promise<void>((resolve) => (arrive = resolve));
    stage.adapters['order'] = async () => {
      await noticed;
      return { orderNo: '1' };
    };
    const number = await stage.submit('paying');
    const notice = {
      id: randomUUID(),
      caseNumber: number,
      name: 'payment',
      variables: { paid: true },
    };
    await stage.cases.message(notice);
    arrive();
    const row = await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect(row.variables['paid']).toBe(true);
    expect(await stage.cases.message(notice)).toMatchObject({ status: 'done' });
  }, 60_000);

  it('ends when it is withdrawn, and refuses to be withdrawn once decided', async () => {
    const number = await stage.submit('permit');
    await openTask(stage.dataSource, number, 'accept');
    await stage.cases.withdraw(number, APPLICANT, '不办了', randomUUID());
    expect(await caseWhen(stage.dataSource, number, (row) => row.ended)).toMatchObject({
      state: 'withdrawn',
    });
    const decided = await stage.submit('permit');
    await stage.complete(decided, 'accept', { outcome: 'accept' });
    await stage.complete(decided, 'decide', AGAINST.refuse);
    const late = stage.cases.withdraw(decided, APPLICANT, '不办了', randomUUID());
    await expect(late).rejects.toMatchObject({ status: 409, code: 'already-decided' });
  }, 60_000);

  it('accepts work while every worker is down and does it when one is back', async () => {
    const number = await stage.submit('permit');
    const task = await openTask(stage.dataSource, number, 'accept');
    await stage.tasks.claim(task, HANDLER);
    await stage.stopWorkers();
    const key = randomUUID();
    const pending = await stage.tasks.complete(task, HANDLER, AGAINST.reject, key);
    expect(pending).toEqual({ status: 'pending', command: key });
    await stage.startWorkers();
    await caseWhen(stage.dataSource, number, (row) => row.ended);
    await stage.dataSource.query(
      `UPDATE command SET sent_at = now() - interval '1 minute' WHERE id = $1`,
      [key],
    );
    await runToEnd((round) => stage.sweeper.sweep(round));
    expect((await stage.cases.status(key, HANDLER)).status).toBe('done');
  }, 90_000);
});
