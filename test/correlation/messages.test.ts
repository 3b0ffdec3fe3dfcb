/** Messages between cases and from outside: exactly one receiver, early or late, whoever dies. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import { CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import { BY_HANDLER, caseWhen, diagram, eventually, openTask } from '../workflow/stage.js';
import { openCorrelationStage, outside, type CorrelationStage } from './stage.js';

const MESSAGES = `
  <message id="go"><extensionElements><zeebe:subscription xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    correlationKey="=form.area"/></extensionElements></message>`;

const named = (xml: string) =>
  xml.replace(
    '<process ',
    `${MESSAGES.replace('id="go"', 'id="go" name="go"')}<message id="bare" name="bare"/><process `,
  );

/** Waits for `go` by the key of its form, then for a person. */
const waiter = named(
  diagram(
    'waiter',
    `<startEvent id="start"/>
     <receiveTask id="wait" messageRef="go"><extensionElements>
       <zeebe:ioMapping xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
         <zeebe:output source="=paid" target="paid"/></zeebe:ioMapping></extensionElements></receiveTask>
     <userTask id="desk" name="经办" ${BY_HANDLER}/>
     <endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
     <sequenceFlow id="f2" sourceRef="wait" targetRef="desk"/>
     <sequenceFlow id="f3" sourceRef="desk" targetRef="end"/>`,
  ),
);

/** A person first, then the message. */
const late = named(
  diagram(
    'late',
    `<startEvent id="start"/>
     <userTask id="first" name="经办" ${BY_HANDLER}/>
     <receiveTask id="wait" messageRef="go"/>
     <endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="first"/>
     <sequenceFlow id="f2" sourceRef="first" targetRef="wait"/>
     <sequenceFlow id="f3" sourceRef="wait" targetRef="end"/>`,
  ),
);

/** Hears every `go` beside its task. */
const hearer = named(
  diagram(
    'hearer',
    `<startEvent id="start"/>
     <userTask id="desk" name="经办" ${BY_HANDLER}/>
     <boundaryEvent id="heard" attachedToRef="desk" cancelActivity="false">
       <messageEventDefinition messageRef="go"/></boundaryEvent>
     <endEvent id="end"/><endEvent id="end2"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>
     <sequenceFlow id="f3" sourceRef="heard" targetRef="end2"/>`,
  ),
);

/** Throws `go` with its own key, when a person says so, and ends with it. */
const thrower = named(
  diagram(
    'thrower',
    `<startEvent id="start"/>
     <userTask id="desk" name="经办" ${BY_HANDLER}/>
     <endEvent id="thrown"><messageEventDefinition messageRef="go"/></endEvent>
     <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="desk" targetRef="thrown"/>`,
  ),
);

/** Waits for a message without key: only what is addressed to it. */
const addressed = named(
  diagram(
    'addressed',
    `<startEvent id="start"/><receiveTask id="wait" messageRef="bare"/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
     <sequenceFlow id="f2" sourceRef="wait" targetRef="end"/>`,
  ),
);

/** Waits for a payment, and says by itself that it came. */
const forger = diagram(
  'forger',
  `<startEvent id="start"/><parallelGateway id="both"/>
   <receiveTask id="paid" messageRef="payment"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/>
   <endEvent id="said"><messageEventDefinition messageRef="payment"/></endEvent><endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="both"/>
   <sequenceFlow id="f2" sourceRef="both" targetRef="paid"/>
   <sequenceFlow id="f3" sourceRef="both" targetRef="desk"/>
   <sequenceFlow id="f4" sourceRef="desk" targetRef="said"/>
   <sequenceFlow id="f5" sourceRef="paid" targetRef="end"/>`,
).replace('<process ', '<message id="payment" name="payment"/><process ');

let stage: CorrelationStage;
beforeAll(async () => {
  stage = await openCorrelationStage({
    waiter: { xml: waiter },
    late: { xml: late },
    hearer: { xml: hearer },
    thrower: { xml: thrower },
    addressed: { xml: addressed },
    forger: { xml: forger },
  });
}, 120_000);
afterAll(() => stage?.close());

const submit = (process: string, area: string) => stage.submit(process, { form: { area } });
const publish = (key: string, id = randomUUID(), variables = {}) =>
  stage.correlation.publish(outside(id, 'go', key, variables));
const messageOf = async (id: string) => {
  const [row] = await stage.dataSource.query<{ state: string; receiver: string | null }[]>(
    `SELECT state, receiver FROM message WHERE id = $1`,
    [id],
  );
  return row!;
};
const whenTaken = (id: string) =>
  eventually(`message ${id} taken`, async () => {
    const row = await messageOf(id);
    return row.state === 'taken' ? row : undefined;
  });
const stepsBy = async (cause: string) =>
  (
    await stage.dataSource.query<{ case_number: string }[]>(
      `SELECT case_number FROM case_step WHERE cause = $1 AND NOT superseded`,
      [cause],
    )
  ).map((row) => row.case_number);

describe('a message', () => {
  it('reaches the one case that waits for its name and key, with its variables', async () => {
    const [number, other] = [await submit('waiter', 'k1'), await submit('waiter', 'k2')];
    const row = await publish('k1', randomUUID(), { paid: 7, form: { area: 'forged' } });
    expect(row).toMatchObject({ receiver: number });
    await openTask(stage.dataSource, number, 'desk');
    expect((await caseWhen(stage.dataSource, number, () => true)).variables).toMatchObject({
      paid: 7,
      form: { area: 'k1' },
    });
    expect((await caseWhen(stage.dataSource, other, () => true)).step).toBe(1);
  }, 60_000);

  it('of the platform’s own is said by no diagram, not even to its own case', async () => {
    const number = await submit('forger', 'free');
    await stage.complete(number, 'desk');
    const said = await eventually('what it said', async () => {
      const [row] = await stage.dataSource.query<{ state: string; problem: string | null }[]>(
        `SELECT state, problem FROM message WHERE publisher = $1`,
        [`case:${number}`],
      );
      return row;
    });
    expect(said).toMatchObject({
      state: 'waiting',
      problem: expect.stringContaining('流程图') as string,
    });
    const waits = await stage.dataSource.query<{ element: string; claimed_by: string | null }[]>(
      `SELECT element, claimed_by FROM subscription WHERE case_number = $1`,
      [number],
    );
    expect(waits).toEqual([{ element: 'paid', claimed_by: null }]);
  }, 30_000);

  it('goes to who has waited longest, one message to each', async () => {
    const first = await submit('waiter', 'same');
    const second = await submit('waiter', 'same');
    const rows = await Promise.all([publish('same'), publish('same'), publish('same')]);
    // The relay may be at one of them before who published it.
    const settled = await eventually('two taken', async () => {
      const now = await Promise.all(rows.map(async ({ id }) => ({ id, ...(await messageOf(id)) })));
      return now.filter(({ state }) => state === 'taken').length === 2 ? now : undefined;
    });
    const received = settled.flatMap(({ receiver }) => receiver ?? []);
    expect(received.sort()).toEqual([first, second].sort());
    const left = settled.find(({ state }) => state !== 'taken')!;
    expect(left.state).toBe('waiting');
    const third = await submit('waiter', 'same');
    expect(await whenTaken(left.id)).toMatchObject({ receiver: third });
  }, 60_000);

  it('that comes early is kept, and given to the first that waits for it', async () => {
    const number = await submit('late', 'early');
    const { id, state } = await publish('early');
    expect(state).toBe('waiting');
    await stage.complete(number, 'first');
    await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect(await whenTaken(id)).toMatchObject({ receiver: number });
  }, 60_000);

  it('expires after its stated time, and nobody gets it then', async () => {
    const message = { ...outside(randomUUID(), 'go', 'expiring'), keptFor: 1 };
    await stage.correlation.publish(message);
    await eventually('its end', async () =>
      (await messageOf(message.id)).state === 'expired' ? true : undefined,
    );
    const number = await submit('waiter', 'expiring');
    expect((await caseWhen(stage.dataSource, number, ({ step }) => step > 0)).step).toBe(1);
  }, 60_000);

  it('published again under its id is the first one', async () => {
    const number = await submit('hearer', 'twice');
    const id = randomUUID();
    const rows = await Promise.all([publish('twice', id), publish('twice', id)]);
    expect(rows.map((row) => row.id)).toEqual([id, id]);
    await whenTaken(id);
    expect(await stepsBy(`message:${id}`)).toEqual([number]);
    await expect(
      stage.correlation.publish({ ...outside(id, 'go', 'twice'), publisher: 'system:other' }),
    ).rejects.toMatchObject({ code: 'message-of-another', status: 409 });
  }, 60_000);

  it('delivered twice changes the case once, also beyond its continue-as-new', async () => {
    const number = await submit('hearer', 'again');
    const { id } = await publish('again');
    await whenTaken(id);
    const handle = stage.temporal.workflow.getHandle(number);
    const { runId } = await handle.describe();
    await handle.signal(CONTINUE_SIGNAL);
    await eventually('a new run', async () =>
      (await handle.describe()).runId === runId ? undefined : true,
    );
    // As if the relay had died after the case took it and before it wrote that down.
    await stage.dataSource.query(
      `UPDATE message SET state = 'offered', sent_at = NULL, settled_at = NULL WHERE id = $1`,
      [id],
    );
    await whenTaken(id);
    expect(await stepsBy(`message:${id}`)).toEqual([number]);
    const { step } = await caseWhen(stage.dataSource, number, () => true);
    expect(step).toBe(2);
  }, 60_000);

  it('given to a case that has moved on finds the next one', async () => {
    const gone = await submit('waiter', 'moved');
    const { id: first } = await publish('moved');
    await whenTaken(first);
    // As if the step that moved it on had not been written down: the tables say it waits.
    const subscription = `wait~${randomUUID()}`;
    await stage.dataSource.query(
      `INSERT INTO subscription (case_number, id, element, kind, name, key)
       VALUES ($1, $2, 'wait', 'message', 'go', 'moved')`,
      [gone, subscription],
    );
    const next = await submit('waiter', 'moved');
    const { id } = await publish('moved');
    expect(await whenTaken(id)).toMatchObject({ receiver: next });
    await stage.dataSource.query(`DELETE FROM subscription WHERE id = $1`, [subscription]);
  }, 60_000);

  it('thrown by a case reaches another, once its step is in history', async () => {
    const number = await submit('waiter', 'thrown');
    const from = await submit('thrower', 'thrown');
    await stage.complete(from, 'desk');
    await openTask(stage.dataSource, number, 'desk');
    const [row] = await stage.dataSource.query<{ state: string; receiver: string }[]>(
      `SELECT state, receiver FROM message WHERE publisher = $1`,
      [`case:${from}`],
    );
    expect(row?.receiver).toBe(number);
  }, 60_000);

  it('without key reaches only the case it is addressed to', async () => {
    const [number, other] = [await submit('addressed', '1'), await submit('addressed', '2')];
    const message = { ...outside(randomUUID(), 'bare', null), caseNumber: other };
    expect(await stage.correlation.publish(message)).toMatchObject({ receiver: other });
    await caseWhen(stage.dataSource, other, ({ ended }) => ended);
    expect((await caseWhen(stage.dataSource, number, () => true)).ended).toBe(false);
  }, 60_000);

  it('for what a lost step awaited is held until its case has caught up, and is no refusal', async () => {
    const number = await submit('waiter', 'lost');
    await caseWhen(stage.dataSource, number, ({ step }) => step === 1);
    const stands = (step: number, from: string, to: string) =>
      stage.dataSource.query(
        `WITH moved AS (UPDATE cases SET step = $2 WHERE number = $1)
         UPDATE subscription SET id = replace(id, $3, $4) WHERE case_number = $1`,
        [number, step, from, to],
      );
    // As if another step were on record, whose subscription the workflow knows nothing of.
    await stands(2, '~', '~lost~');
    const id = randomUUID();
    expect(await publish('lost', id)).toMatchObject({ state: 'offered', receiver: number });
    await stands(1, '~lost~', '~');
    await stage.dataSource.query(`UPDATE message SET sent_at = '-infinity' WHERE id = $1`, [id]);
    await whenTaken(id);
    await openTask(stage.dataSource, number, 'desk');
  }, 60_000);

  it('leaves tables and workflows agreed', async () => {
    const { differences } = await verifyCases(stage.dataSource, stage.temporal);
    expect(differences).toEqual([]);
    expect(await checkCorrelation(stage.dataSource.manager)).toEqual([]);
  }, 60_000);

  it('that went astray is found by the check', async () => {
    const id = randomUUID();
    await stage.dataSource.query(
      `INSERT INTO message (id, name, variables, publisher, state, receiver, subscription_id,
                            expires_at, offered_at, sent_at)
       VALUES ($1, 'go', '{}', 'system:test', 'offered', 'nobody', 'x', now() + interval '1 d',
               now() - interval '1 d', now() + interval '1 d')`,
      [id],
    );
    const ended = await submit('addressed', 'ended');
    await stage.correlation.publish({
      ...outside(randomUUID(), 'bare', null),
      caseNumber: ended,
    });
    await caseWhen(stage.dataSource, ended, (row) => row.ended);
    await stage.dataSource.query(
      `INSERT INTO subscription (case_number, id, element, kind, name)
       VALUES ($1, 'x', 'x', 'message', 'none')`,
      [ended],
    );
    const astray = await checkCorrelation(stage.dataSource.manager);
    expect(astray).toMatchObject([
      { subject: `message:${id}`, what: 'message' },
      { subject: ended, what: 'subscription', found: 'x' },
    ]);
  }, 60_000);
});
