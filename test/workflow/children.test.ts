/** A one-stop matter: a parent case and a child case for each item, each with its own end. */
import { randomUUID } from 'node:crypto';
import { COMMAND_UPDATE, CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import { LAW } from '../../workflows/law/index.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import {
  AGAINST,
  APPLICANT,
  HANDLER,
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const child = (id: string) =>
  diagram(
    id,
    `<startEvent id="start"/>
     <userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide"
       onestop:outcomes="grant=准予;refuse=不予"/>
     <exclusiveGateway id="decision" default="toEnd"/>
     <serviceTask id="licence" name="制证" onestop:adapter="license" onestop:level="county"/>
     <endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
     <sequenceFlow id="f2" sourceRef="decide" targetRef="decision"/>
     <sequenceFlow id="f3" sourceRef="decision" targetRef="licence">
       <conditionExpression>=decide.outcome = "grant"</conditionExpression></sequenceFlow>
     <sequenceFlow id="toEnd" sourceRef="decision" targetRef="end"/>
     <sequenceFlow id="f4" sourceRef="licence" targetRef="end"/>`,
  );

const parent = diagram(
  'matter',
  `<startEvent id="start"/>
   <inclusiveGateway id="split" default="none"/>
   <callActivity id="first" name="甲" calledElement="first-item" onestop:separate="true" onestop:item="first-item"/>
   <callActivity id="second" name="乙" calledElement="second-item" onestop:separate="true" onestop:item="second-item"/>
   <inclusiveGateway id="join"/>
   <userTask id="handOver" name="出件" ${BY_HANDLER}/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="split"/>
   <sequenceFlow id="toFirst" sourceRef="split" targetRef="first">
     <conditionExpression>=children.first = true</conditionExpression></sequenceFlow>
   <sequenceFlow id="toSecond" sourceRef="split" targetRef="second">
     <conditionExpression>=children.second = true</conditionExpression></sequenceFlow>
   <sequenceFlow id="none" sourceRef="split" targetRef="join"/>
   <sequenceFlow id="f2" sourceRef="first" targetRef="join"/>
   <sequenceFlow id="f3" sourceRef="second" targetRef="join"/>
   <sequenceFlow id="f4" sourceRef="join" targetRef="handOver"/>
   <sequenceFlow id="f5" sourceRef="handOver" targetRef="end"/>`,
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    'first-item': { xml: child('first-item') },
    'second-item': { xml: child('second-item') },
    below: { xml: child('below'), item: { forwardsTo: 'first-item' } },
    astray: { xml: child('astray'), item: { forwardsTo: 'no-such-item' } },
    matter: {
      xml: parent,
      item: {
        children: [
          { key: 'first', item: 'first-item', when: 'true', name: '甲' },
          { key: 'second', item: 'second-item', when: 'true', name: '乙' },
        ],
      },
    },
  });
}, 120_000);
afterAll(() => stage?.close());

const childOf = (number: string, key: string): Promise<string> =>
  eventually(`child ${key} of ${number}`, async () => {
    const [row] = await stage.dataSource.query<{ number: string }[]>(
      `SELECT number FROM cases WHERE parent_number = $1 AND child_key = $2 AND step > 0`,
      [number, key],
    );
    return row?.number;
  });

const both = { children: { first: true, second: true } };

describe('a one-stop matter', () => {
  it('goes on with the granted child when another is refused, and knows how each ended', async () => {
    const number = await stage.submit('matter', both);
    const [first, second] = [await childOf(number, 'first'), await childOf(number, 'second')];
    await stage.complete(first, 'decide', AGAINST.refuse);
    await stage.complete(second, 'decide', { outcome: 'grant' });
    await openTask(stage.dataSource, number, 'handOver');
    const { variables } = await caseWhen(stage.dataSource, number, () => true);
    expect(variables['first']).toMatchObject({ caseNumber: first, outcome: 'refused' });
    expect(variables['second']).toMatchObject({ caseNumber: second, outcome: 'granted' });
    await stage.complete(number, 'handOver');
    const { state } = await caseWhen(stage.dataSource, number, (row) => row.ended);
    expect(state).toBe('finished');
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);
  }, 60_000);

  it('starts only the children the situation asks for', async () => {
    const number = await stage.submit('matter', { children: { second: true } });
    const second = await childOf(number, 'second');
    await stage.complete(second, 'decide', AGAINST.refuse);
    await openTask(stage.dataSource, number, 'handOver');
    const rows = await stage.dataSource.query(`SELECT 1 FROM cases WHERE parent_number = $1`, [
      number,
    ]);
    expect(rows).toHaveLength(1);
  }, 60_000);

  it('keeps what is decided when it is withdrawn, and withdraws the rest', async () => {
    const number = await stage.submit('matter', both);
    const [first, second] = [await childOf(number, 'first'), await childOf(number, 'second')];
    await stage.complete(first, 'decide', { outcome: 'grant' });
    await caseWhen(stage.dataSource, first, ({ ended }) => ended);
    await stage.cases.withdraw(number, APPLICANT, '不开了', randomUUID());
    const withdrawn = await caseWhen(stage.dataSource, second, ({ ended }) => ended);
    expect(withdrawn.state).toBe('withdrawn');
    expect((await caseWhen(stage.dataSource, first, () => true)).state).toBe('finished');
    await stage.complete(number, 'handOver');
    const { state } = await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect(state).toBe('finished');
  }, 60_000);

  it('withdraws a child that was still opening when the applicant withdrew', async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    stage.openingChild = () => opened;
    const number = await stage.submit('matter', both);
    const withdrawal = stage.cases.withdraw(number, APPLICANT, '不开了', randomUUID());
    await eventually('the withdrawal to be sent', async () => {
      const [row] = await stage.dataSource.query(
        `SELECT 1 FROM command WHERE case_number = $1 AND kind = 'withdraw'`,
        [number],
      );
      return row as unknown;
    });
    open();
    await withdrawal;
    for (const each of [await childOf(number, 'first'), await childOf(number, 'second'), number]) {
      const { state } = await caseWhen(stage.dataSource, each, ({ ended }) => ended);
      expect(state).toBe('withdrawn');
    }
  }, 60_000);

  it('shows an incident, and goes on after mending, when nobody leads a child there', async () => {
    const lead = (line: string) =>
      stage.dataSource.query(
        `UPDATE item SET data = jsonb_set(data, '{lead,line}', to_jsonb($1::text))
          WHERE code = 'first-item'`,
        [line],
      );
    await lead('tobacco');
    const number = await stage.submit('matter', { children: { first: true } });
    const incident = await eventually('the incident', async () => {
      const [row] = await stage.dataSource.query<{ id: string; message: string }[]>(
        `SELECT id, message FROM incident WHERE case_number = $1 AND state = 'open'`,
        [number],
      );
      return row;
    });
    expect(incident.message).toContain('没有实施部门');
    await lead('market');
    await stage.cases.retryIncident(incident.id, HANDLER, undefined, randomUUID());
    await stage.complete(await childOf(number, 'first'), 'decide', AGAINST.refuse);
    await openTask(stage.dataSource, number, 'handOver');
  }, 60_000);

  it('is withdrawn as a whole when nothing was decided yet', async () => {
    const number = await stage.submit('matter', both);
    const [first, second] = [await childOf(number, 'first'), await childOf(number, 'second')];
    await stage.cases.withdraw(number, APPLICANT, '不开了', randomUUID());
    for (const each of [first, second, number]) {
      const { state } = await caseWhen(stage.dataSource, each, ({ ended }) => ended);
      expect(state).toBe('withdrawn');
    }
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);
  }, 60_000);
});

describe('转报 (行政许可法 43)', () => {
  const sendUp = async (number: string): Promise<void> => {
    const key = randomUUID();
    const wanted = { act: 'forward', reason: '初步审查意见：符合条件。' } as const;
    // Repeated, it joins what is under way: a busy machine is slow, not silent.
    for (let answered = false; !answered;) {
      const { status } = await stage.cases.legal(number, HANDLER, wanted, key);
      answered = status !== 'pending';
    }
  };
  const above = (number: string): Promise<string> =>
    eventually(`the case above ${number}`, async () => {
      const [row] = await stage.dataSource.query<{ number: string }[]>(
        `SELECT number FROM cases WHERE parent_number = $1 AND parent_occurrence = 'above' AND step > 0`,
        [number],
      );
      return row?.number;
    });
  const standing = async (number: string) => {
    const [row] = await stage.dataSource.query<{ state: string; outcome: string; tasks: number }[]>(
      `SELECT state, outcome, ended, decided_at IS NULL AS undecided, due_at AS due, review_due_at AS review,
              (SELECT count(*)::int FROM task WHERE case_number = number AND task.state = 'open' AND origin = 'diagram') AS tasks
         FROM cases WHERE number = $1`,
      [number],
    );
    return row;
  };
  const end = (number: string) =>
    eventually(`the end of ${number}`, async () =>
      ((await standing(number)) as { ended?: boolean } | undefined)?.ended ? true : undefined,
    );

  test('opens the case of the level above with the same papers, and ends by its outcome', async () => {
    const number = await stage.submit('below');
    const ends = new Date(Date.now() + 300 * 86_400_000);
    await stage.dataSource.query(`UPDATE cases SET licence_ends_at = $2 WHERE number = $1`, [
      number,
      ends,
    ]);
    await sendUp(number);
    const upper = await above(number);
    // The level above decides a renewal before the same day (行政许可法 50), by the law ours began under.
    expect(
      await stage.dataSource.query(
        `SELECT licence_ends_at AS ends, law FROM cases WHERE number = $1`,
        [upper],
      ),
    ).toEqual([{ ends, law: LAW }]);
    expect(await standing(number)).toMatchObject({
      ...{ state: 'forwarded', ended: false, undecided: true, tasks: 0, due: null, review: null },
    });
    await expect(
      stage.cases.legal(number, HANDLER, { act: 'terminate', reason: '不再办理' }, randomUUID()),
    ).rejects.toMatchObject({ message: expect.stringContaining('已经转报上级机关') as string });
    // A message that was under way is told so, and goes to somebody else.
    const message = { id: randomUUID(), kind: 'deliver', actor: { person: 'system' }, name: 'go' };
    await expect(
      stage.temporal.workflow.getHandle(number).executeUpdate(COMMAND_UPDATE, {
        args: [{ ...message, subscription: 'one', variables: {} }],
      }),
    ).rejects.toMatchObject({ cause: { type: 'message-not-awaited' } });
    // Another run, and what the tables say, know of it as the first did.
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);
    await stage.dataSource.query(`UPDATE cases SET decided_at = now() WHERE number = $1`, [upper]);
    await expect(
      stage.cases.withdraw(number, APPLICANT, '不办了', randomUUID()),
    ).rejects.toMatchObject({ code: 'already-decided' });
    await stage.complete(upper, 'decide', { outcome: 'grant' });
    await end(upper);
    await end(number);
    // Two numbers, one permit: it is counted where it was decided.
    expect(
      await stage.dataSource.query(
        `SELECT number, granted FROM finished_case_source WHERE number IN ($1, $2) ORDER BY granted`,
        [number, upper],
      ),
    ).toEqual([
      { number, granted: 0 },
      { number: upper, granted: 1 },
    ]);
    expect(await standing(number)).toMatchObject({ state: 'finished', outcome: 'granted' });
    const moves = await stage.dataSource.query<{ act: string; to_state: string }[]>(
      `SELECT act, to_state FROM legal_move WHERE case_number = $1 AND NOT superseded ORDER BY id`,
      [number],
    );
    expect(moves.map(({ act, to_state }) => [act, to_state])).toEqual([
      ...[
        ['submit', 'submitted'],
        ['forward', 'forwarded'],
        ['finish', 'finished'],
      ],
    ]);
  }, 60_000);

  test('refused above is refused here; withdrawn here is withdrawn above', async () => {
    const [refused, withdrawn] = [await stage.submit('below'), await stage.submit('below')];
    await Promise.all([sendUp(refused), sendUp(withdrawn)]);
    await stage.complete(await above(refused), 'decide', AGAINST.refuse);
    const upper = await above(withdrawn);
    await stage.cases.withdraw(withdrawn, APPLICANT, '不办了', randomUUID());
    await Promise.all([refused, withdrawn, upper].map(end));
    expect(await standing(refused)).toMatchObject({ state: 'refused', outcome: 'refused' });
    expect(await standing(withdrawn)).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' });
    expect(await standing(upper)).toMatchObject({ state: 'withdrawn' });
  }, 60_000);

  test('is refused where the level above cannot begin, and says why: nothing was sent up', async () => {
    const number = await stage.submit('astray');
    await openTask(stage.dataSource, number, 'decide');
    await expect(sendUp(number)).rejects.toMatchObject({
      code: 'illegal-move',
      message: expect.stringMatching(/不能“转报”.*no-such-item/s) as string,
    });
    expect(await standing(number)).toMatchObject({ state: 'submitted', ended: false, tasks: 1 });
    const moves = await stage.dataSource.query(
      `SELECT 1 FROM legal_move WHERE case_number = $1 AND act = 'forward'`,
      [number],
    );
    expect(moves).toEqual([]);
    await stage.complete(number, 'decide', { outcome: 'grant' });
    await end(number);
  }, 60_000);

  test('is refused by name where no level above decides the item', async () => {
    const number = await stage.submit('first-item');
    await expect(sendUp(number)).rejects.toMatchObject({
      code: 'illegal-move',
      message: expect.stringMatching(/不能“转报”：事项不是由上级机关决定.*第四十三条/) as string,
    });
  }, 60_000);
});
