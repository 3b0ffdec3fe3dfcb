/** 行政许可法 50(2) on real Temporal: a renewal that is undecided when the licence ends is granted by the law. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { CONTINUE_SIGNAL, type CaseAct } from '../../workflows/contracts/case.js';
import {
  AGAINST,
  APPLICANT,
  BY_HANDLER,
  HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const renewal = diagram(
  'renewal',
  `<startEvent id="start"/>
   <userTask id="accept" name="受理审查" ${BY_HANDLER} onestop:act="accept"
     onestop:outcomes="accept=受理;correct=补正;reject=不予受理"/>
   <exclusiveGateway id="how" default="rejected"/>
   <userTask id="correct" name="补正" onestop:role="applicant" onestop:act="correct"
     onestop:outcomes="supplemented=已补正"/>
   <userTask id="again" name="补正后受理" ${BY_HANDLER} onestop:act="accept"
     onestop:outcomes="accept=受理;reject=不予受理"/>
   <exclusiveGateway id="in"/>
   <userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide"
     onestop:outcomes="grant=准予;refuse=不予"/>
   <exclusiveGateway id="decision" default="refused"/>
   <serviceTask id="change" name="变动证照" onestop:adapter="license" onestop:level="county"/>
   <endEvent id="end"/><endEvent id="no"/><endEvent id="kept"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="accept"/>
   <sequenceFlow id="f1" sourceRef="accept" targetRef="how"/>
   <sequenceFlow id="f2" sourceRef="how" targetRef="in"><conditionExpression>=accept.outcome = "accept"</conditionExpression></sequenceFlow>
   <sequenceFlow id="f3" sourceRef="how" targetRef="correct"><conditionExpression>=accept.outcome = "correct"</conditionExpression></sequenceFlow>
   <sequenceFlow id="rejected" sourceRef="how" targetRef="no"/>
   <sequenceFlow id="f4" sourceRef="correct" targetRef="again"/>
   <sequenceFlow id="f5" sourceRef="again" targetRef="in"/>
   <sequenceFlow id="f6" sourceRef="in" targetRef="decide"/>
   <sequenceFlow id="f7" sourceRef="decide" targetRef="decision"/>
   <sequenceFlow id="f8" sourceRef="decision" targetRef="change"><conditionExpression>=decide.outcome = "grant"</conditionExpression></sequenceFlow>
   <sequenceFlow id="refused" sourceRef="decision" targetRef="kept"/>
   <sequenceFlow id="f9" sourceRef="change" targetRef="end"/>`,
);

const ARTICLE = '行政许可法第五十条';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ renewal: { xml: renewal } });
}, 120_000);
afterAll(() => stage?.close());

/** Long enough for the acts before it, short enough to be waited for. */
const soon = () => new Date(Date.now() + 9_000);

const act = (number: string, wanted: CaseAct) =>
  stage.cases.legal(number, HANDLER, wanted, randomUUID());

interface Row {
  state: string;
  outcome: string | null;
  ended: boolean;
  receivedAt: Date;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  deliverDueAt: Date | null;
}

const row = async (number: string): Promise<Row> => {
  const [found] = await stage.dataSource.query<Row[]>(
    `SELECT state, outcome, ended, received_at AS "receivedAt", accepted_at AS "acceptedAt",
            decided_at AS "decidedAt", deliver_due_at AS "deliverDueAt"
       FROM cases WHERE number = $1`,
    [number],
  );
  return found!;
};

interface Move {
  act: string;
  from: string;
  to: string;
  at: Date;
  person: string | null;
  article: string | null;
}

const moves = (number: string): Promise<Move[]> =>
  stage.dataSource.query(
    `SELECT act, from_state AS "from", to_state AS "to", at, person_id AS person, article
       FROM legal_move WHERE case_number = $1 AND NOT superseded ORDER BY id`,
    [number],
  );

const deemed = async (number: string) =>
  (await moves(number)).find((each) => each.act === 'deem-renewed');

const passed = (instant: Date) =>
  eventually('the licence to have ended', () =>
    Promise.resolve(Date.now() > instant.getTime() ? true : undefined),
  );

const whole = (number: string) => caseWhen(stage.dataSource, number, ({ ended }) => ended);

describe('a renewal that nobody decided by the end of the licence', () => {
  test('is granted as of that moment by article 50, and the licence is changed', async () => {
    const licenceEndsAt = soon();
    const number = await stage.submit('renewal', { licenceEndsAt });
    await stage.complete(number, 'accept', { outcome: 'accept' });
    const decide = await openTask(stage.dataSource, number, 'decide');
    await stage.tasks.claim(decide, HANDLER);
    await whole(number);
    expect(await deemed(number)).toEqual({
      ...{ act: 'deem-renewed', from: 'accepted', to: 'granted' },
      ...{ at: licenceEndsAt, person: null, article: ARTICLE },
    });
    const found = await row(number);
    expect(found).toMatchObject({ outcome: 'granted', decidedAt: licenceEndsAt });
    expect(found.deliverDueAt).not.toBeNull();
    const [closed] = await stage.dataSource.query(`SELECT state, outcome FROM task WHERE id = $1`, [
      decide,
    ]);
    expect(closed).toEqual({ state: 'completed', outcome: 'grant' });
    const lines = await stage.dataSource.query<object[]>(
      `SELECT person_id AS person, opinion, data FROM timeline
        WHERE case_number = $1 AND kind = 'task-completed' AND element = 'decide'`,
      [number],
    );
    expect(lines).toEqual([
      {
        person: null,
        opinion: expect.stringContaining('视为准予延续') as string,
        data: { by: 'law' },
      },
    ]);
    expect(stage.calls.filter(({ caseNumber }) => caseNumber === number)).toMatchObject([
      { adapter: 'license', element: 'change' },
    ]);
    await expect(
      stage.tasks.complete(decide, HANDLER, AGAINST.refuse, randomUUID()),
    ).rejects.toMatchObject({
      code: 'illegal-move',
      message: expect.stringContaining(ARTICLE) as string,
    });
    const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers: [number],
    });
    expect(differences).toEqual([]);
  }, 60_000);

  test('is granted too when it was not even accepted, as of its receipt', async () => {
    const licenceEndsAt = soon();
    const number = await stage.submit('renewal', { licenceEndsAt });
    await openTask(stage.dataSource, number, 'accept');
    await whole(number);
    const found = await row(number);
    expect(found).toMatchObject({ outcome: 'granted', decidedAt: licenceEndsAt });
    expect(found.acceptedAt).toEqual(found.receivedAt);
    expect((await moves(number)).map((each) => each.act)).toEqual(
      expect.arrayContaining(['submit', 'deem-renewed', 'license', 'finish']),
    );
    expect(stage.calls.some(({ caseNumber }) => caseNumber === number)).toBe(true);
  }, 60_000);

  test('is granted over a special procedure and a new run, which stop other limits only', async () => {
    const licenceEndsAt = soon();
    const number = await stage.submit('renewal', { licenceEndsAt });
    await stage.complete(number, 'accept', { outcome: 'accept' });
    await act(number, {
      act: 'pause',
      reason: '需要鉴定',
      data: { procedure: 'appraisal', days: 10 },
    });
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
    await whole(number);
    expect(await deemed(number)).toMatchObject({ from: 'special-procedure', at: licenceEndsAt });
    const pauses = await stage.dataSource.query<object[]>(
      `SELECT ended_at FROM case_pause WHERE case_number = $1`,
      [number],
    );
    expect(pauses).toEqual([{ ended_at: licenceEndsAt }]);
  }, 60_000);
});

describe('a renewal that is not for the law to grant', () => {
  test('was decided in time: what was refused stays refused', async () => {
    const licenceEndsAt = soon();
    const number = await stage.submit('renewal', { licenceEndsAt });
    await stage.complete(number, 'accept', { outcome: 'accept' });
    await stage.complete(number, 'decide', AGAINST.refuse);
    await passed(licenceEndsAt);
    expect(await row(number)).toMatchObject({ state: 'refused', outcome: 'refused' });
    expect(await deemed(number)).toBeUndefined();
  }, 60_000);

  test('waits for the applicant when the licence ends: it is decided by people afterwards', async () => {
    const licenceEndsAt = soon();
    const number = await stage.submit('renewal', { licenceEndsAt });
    await stage.complete(number, 'accept', { outcome: 'correct' });
    await openTask(stage.dataSource, number, 'correct');
    await passed(licenceEndsAt);
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
    await stage.complete(number, 'correct', { outcome: 'supplemented', actor: APPLICANT });
    await stage.complete(number, 'again', { outcome: 'accept' });
    await stage.complete(number, 'decide', AGAINST.refuse);
    await whole(number);
    expect(await row(number)).toMatchObject({ outcome: 'refused' });
    expect(await deemed(number)).toBeUndefined();
  }, 60_000);

  test('is no renewal: no licence ends, nothing is granted by time', async () => {
    const number = await stage.submit('renewal');
    await stage.complete(number, 'accept', { outcome: 'accept' });
    await openTask(stage.dataSource, number, 'decide');
    const timers = (await stage.temporal.workflow.getHandle(number).fetchHistory()).events ?? [];
    const started = timers.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes);
    // The silence of article 32 is the only one.
    expect(started).toHaveLength(1);
  }, 60_000);
});
