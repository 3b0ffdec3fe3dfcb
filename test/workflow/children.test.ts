/** A one-stop matter: a parent case and a child case for each item, each with its own end. */
import { randomUUID } from 'node:crypto';
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
