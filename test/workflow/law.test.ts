/** The law beside the diagram, on real Temporal: silence, pauses, extension, calendars, the long life. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { addWorkingDays, dateOf, workingDaysBetween } from '../../workflows/clock/index.js';
import {
  CALENDAR_CHANGED_SIGNAL,
  CONTINUE_SIGNAL,
  type CaseAct,
  type FrozenCalendar,
} from '../../workflows/contracts/case.js';
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

const permit = (id: string) =>
  diagram(
    id,
    `<startEvent id="start"/>
     <userTask id="accept" name="受理" ${BY_HANDLER} onestop:act="accept"
       onestop:outcomes="accept=受理;correct=补正;reject=不予受理"/>
     <exclusiveGateway id="how" default="rejected"/>
     <userTask id="correct" name="补正" onestop:role="applicant" onestop:act="correct"
       onestop:outcomes="supplemented=已补正"/>
     <userTask id="again" name="补正后受理" ${BY_HANDLER} onestop:act="accept"
       onestop:outcomes="accept=受理;reject=不予受理"/>
     <exclusiveGateway id="in"/>
     <userTask id="inspect" name="核查" ${BY_HANDLER} onestop:act="handle"/>
     <userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide"
       onestop:outcomes="grant=准予;refuse=不予"/>
     <endEvent id="end"/><endEvent id="no"/>
     <sequenceFlow id="f0" sourceRef="start" targetRef="accept"/>
     <sequenceFlow id="f1" sourceRef="accept" targetRef="how"/>
     <sequenceFlow id="f2" sourceRef="how" targetRef="in"><conditionExpression>=accept.outcome = "accept"</conditionExpression></sequenceFlow>
     <sequenceFlow id="f3" sourceRef="how" targetRef="correct"><conditionExpression>=accept.outcome = "correct"</conditionExpression></sequenceFlow>
     <sequenceFlow id="rejected" sourceRef="how" targetRef="no"/>
     <sequenceFlow id="f4" sourceRef="correct" targetRef="again"/>
     <sequenceFlow id="f5" sourceRef="again" targetRef="in"/>
     <sequenceFlow id="f6" sourceRef="in" targetRef="inspect"/>
     <sequenceFlow id="f7" sourceRef="inspect" targetRef="decide"/>
     <sequenceFlow id="f8" sourceRef="decide" targetRef="end"/>`,
  );

/** The silence of three seconds, so that a test can wait for it. */
const HASTY = { clock: { acceptance: { within: 'PT3S', silenceAccepts: true } } };
/** A limit of one second by law, so that a test can be too late. */
const OVER = { clock: { statutory: 'PT1S' }, limits: {} };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    permit: { xml: permit('permit') },
    hasty: { xml: permit('hasty'), item: HASTY },
    over: { xml: permit('over'), item: OVER },
  });
}, 120_000);
afterAll(() => stage?.close());

const act = (number: string, wanted: CaseAct) =>
  stage.cases.legal(number, HANDLER, wanted, randomUUID());

interface Row {
  state: string;
  acceptedAt: Date | null;
  receivedAt: Date;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  pausedAt: Date | null;
  deliverDueAt: Date | null;
  deemed: boolean;
  extension: number;
  pending: boolean;
  outcome: string | null;
}

const row = async (number: string): Promise<Row> => {
  const [found] = await stage.dataSource.query<Row[]>(
    `SELECT state, accepted_at AS "acceptedAt", received_at AS "receivedAt", due_at AS "dueAt",
            promised_due_at AS "promisedDueAt", paused_at AS "pausedAt",
            deliver_due_at AS "deliverDueAt", deemed_accepted AS deemed,
            extension_days AS extension, calendar_pending AS pending, outcome
       FROM cases WHERE number = $1`,
    [number],
  );
  return found!;
};

const moves = (number: string): Promise<Record<string, unknown>[]> =>
  stage.dataSource.query(
    `SELECT act, from_state AS "from", to_state AS "to", person_id AS person, article
       FROM legal_move WHERE case_number = $1 AND NOT superseded ORDER BY id`,
    [number],
  );

const accepted = async (process = 'permit'): Promise<string> => {
  const number = await stage.submit(process);
  await stage.complete(number, 'accept', { outcome: 'accept' });
  return number;
};

describe('official acts', () => {
  test('are recorded with who did them and by which article', async () => {
    const number = await accepted();
    await stage.complete(number, 'inspect');
    await stage.complete(number, 'decide', { ...AGAINST.refuse, actor: COLLEAGUE });
    const law = '行政许可法第';
    expect(await moves(number)).toEqual([
      {
        act: 'submit',
        from: 'draft',
        to: 'submitted',
        person: APPLICANT.personId,
        article: `${law}二十九条`,
      },
      {
        act: 'accept',
        from: 'submitted',
        to: 'accepted',
        person: HANDLER.personId,
        article: `${law}三十二条`,
      },
      {
        act: 'handle',
        from: 'accepted',
        to: 'handling',
        person: HANDLER.personId,
        article: `${law}三十四条`,
      },
      {
        act: 'refuse',
        from: 'handling',
        to: 'refused',
        person: COLLEAGUE.personId,
        article: `${law}三十八条`,
      },
    ]);
    expect(await row(number)).toMatchObject({ state: 'refused', outcome: 'refused' });
  }, 60_000);

  test('are refused by name where the case does not stand for them', async () => {
    const number = await stage.submit('permit');
    await openTask(stage.dataSource, number, 'accept');
    await expect(
      act(number, { act: 'pause', reason: '评审', data: { procedure: 'expert-review', days: 5 } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'illegal-move',
      message: expect.stringMatching(/办件处于“已申报”，不能“启动特别程序”/) as string,
    });
    await expect(act(number, { act: 'lapse', reason: '没有来' })).rejects.toMatchObject({
      code: 'illegal-move',
    });
    expect(await moves(number)).toHaveLength(1);
  }, 60_000);
});

describe('silence', () => {
  test('accepts as of receipt, lets the diagram go on, and makes later acts too late', async () => {
    const number = await stage.submit('hasty');
    const task = await openTask(stage.dataSource, number, 'accept');
    await stage.tasks.claim(task, HANDLER);
    await openTask(stage.dataSource, number, 'inspect');
    const found = await row(number);
    expect(found).toMatchObject({ state: 'accepted', deemed: true });
    expect(found.acceptedAt).toEqual(found.receivedAt);
    expect((await moves(number)).at(-1)).toEqual({
      ...{ act: 'deem', from: 'submitted', to: 'accepted', person: null },
      article: '行政许可法第三十二条',
    });
    const [closed] = await stage.dataSource.query(`SELECT state, outcome FROM task WHERE id = $1`, [
      task,
    ]);
    expect(closed).toEqual({ state: 'completed', outcome: 'accept' });
    await expect(
      stage.tasks.complete(task, HANDLER, { outcome: 'reject' }, randomUUID()),
    ).rejects.toMatchObject({
      code: 'illegal-move',
      message: expect.stringContaining('行政许可法第三十二条') as string,
    });
    expect(
      (await verifyCases(stage.dataSource, stage.temporal, { numbers: [number] })).differences,
    ).toEqual([]);
  }, 60_000);

  test('does not begin while the applicant corrects, and begins anew with the supplement', async () => {
    const number = await stage.submit('hasty');
    await stage.complete(number, 'accept', { outcome: 'correct' });
    const correcting = await caseWhen(stage.dataSource, number, (c) => c.state === 'correcting');
    expect(correcting.ended).toBe(false);
    await stage.complete(number, 'correct', { outcome: 'supplemented', actor: APPLICANT });
    const [{ at }] = await stage.dataSource
      .query<{ at: Date }[]>(
        `SELECT at FROM legal_move WHERE case_number = $1 AND act = 'supplement'`,
        [number],
      )
      .then((rows: { at: Date }[]) => rows as [{ at: Date }]);
    await openTask(stage.dataSource, number, 'inspect');
    expect((await row(number)).acceptedAt).toEqual(at);
  }, 60_000);

  test('survives a new run of the workflow', async () => {
    const number = await stage.submit('hasty');
    await openTask(stage.dataSource, number, 'accept');
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
    await openTask(stage.dataSource, number, 'inspect');
    expect(await row(number)).toMatchObject({ state: 'accepted', deemed: true });
  }, 60_000);
});

describe('a special procedure', () => {
  test('stops the clock until it ends, over a new run too, and takes no time from what is left', async () => {
    const number = await accepted();
    const before = await row(number);
    await act(number, {
      act: 'pause',
      reason: '需要专家评审',
      data: { procedure: 'expert-review', days: 10 },
    });
    expect(await row(number)).toMatchObject({
      ...{ state: 'special-procedure', dueAt: null, promisedDueAt: null },
      pausedAt: expect.any(Date) as Date,
    });
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
    await stage.complete(number, 'inspect');
    const decide = await openTask(stage.dataSource, number, 'decide');
    await stage.tasks.claim(decide, HANDLER);
    await expect(
      stage.tasks.complete(decide, HANDLER, { outcome: 'grant' }, randomUUID()),
    ).rejects.toMatchObject({ code: 'illegal-move' });
    await act(number, { act: 'resume' });
    const after = await row(number);
    expect(after).toMatchObject({ state: 'accepted', pausedAt: null, dueAt: before.dueAt });
    const [pause] = await stage.dataSource.query(
      `SELECT reason, article, ended_at FROM case_pause WHERE case_number = $1`,
      [number],
    );
    expect(pause).toMatchObject({
      ...{ reason: 'expert-review', article: '行政许可法第四十五条' },
      ended_at: expect.any(Date) as Date,
    });
    await stage.complete(number, 'decide', { outcome: 'grant' });
    expect((await row(number)).deliverDueAt).not.toBeNull();
  }, 60_000);

  test('is for the reasons of the closed list only, with its length told', async () => {
    const number = await accepted();
    await expect(
      act(number, { act: 'pause', reason: '公示', data: { procedure: 'public-notice', days: 7 } }),
    ).rejects.toMatchObject({ message: expect.stringContaining('第四十五条') as string });
    await expect(
      act(number, { act: 'pause', reason: '听证', data: { procedure: 'hearing' } }),
    ).rejects.toMatchObject({ code: 'illegal-move' });
  }, 60_000);
});

describe('a hearing (行政许可法 47)', () => {
  test('asked for is planned, held before anything is decided, and no longer planned then', async () => {
    const number = await accepted();
    await stage.complete(number, 'inspect');
    const due = async () => {
      const [found] = await stage.dataSource.query<{ due: Date | null; counted: Date | null }[]>(
        `SELECT hearing_due_at AS due, o.hearing_due AS counted FROM cases c
           JOIN open_case o ON o.number = c.number WHERE c.number = $1`,
        [number],
      );
      expect(found!.counted).toEqual(found!.due);
      return found!.due;
    };
    await act(number, { act: 'tell-hearing' });
    expect(await due()).toBeNull();
    const decide = await openTask(stage.dataSource, number, 'decide');
    await stage.tasks.claim(decide, HANDLER);
    const grant = () => stage.tasks.complete(decide, HANDLER, { outcome: 'grant' }, randomUUID());
    await expect(grant()).rejects.toMatchObject({
      code: 'illegal-move',
      message: expect.stringContaining('以前要求听证') as string,
    });
    await act(number, { act: 'ask-hearing', reason: '对核查结论有异议' });
    // Every day is a working day on the stage.
    expect(dateOf((await due())!.getTime() - 1)).toBe(dateOf(Date.now() + 20 * 86_400_000));
    await expect(grant()).rejects.toMatchObject({
      message: expect.stringContaining('须先举行听证') as string,
    });
    await act(number, { act: 'hold-hearing' });
    expect(await due()).toBeNull();
    await grant();
    expect(await row(number)).toMatchObject({ outcome: 'granted' });
  }, 60_000);
});

describe('an extension', () => {
  test('in time adds its working days once, by who may grant it', async () => {
    const number = await accepted();
    const { acceptedAt } = await row(number);
    const extend = (days: number, by: string) =>
      act(number, { act: 'extend', reason: '案情复杂', data: { days, by } });
    await expect(extend(10, 'government')).rejects.toMatchObject({ code: 'illegal-move' });
    await expect(extend(11, 'head')).rejects.toMatchObject({ code: 'illegal-move' });
    await extend(10, 'head');
    const after = await row(number);
    expect(after.extension).toBe(10);
    // Every day is a working day on the stage.
    expect(dateOf(after.dueAt!.getTime() - 1)).toBe(
      dateOf(acceptedAt!.getTime() + 30 * 86_400_000),
    );
    await expect(extend(1, 'head')).rejects.toMatchObject({
      message: expect.stringContaining('已经延长过') as string,
    });
  }, 60_000);

  test('is refused when the limit is over', async () => {
    const number = await accepted('over');
    await eventually('the limit to be over', async () => {
      const { dueAt } = await row(number);
      return Date.now() > dueAt!.getTime() ? true : undefined;
    });
    await expect(
      act(number, { act: 'extend', reason: '来不及', data: { days: 5, by: 'head' } }),
    ).rejects.toMatchObject({ message: expect.stringContaining('已经届满') as string });
  }, 60_000);
});

describe('a calendar that changes', () => {
  const published = async (year: number, days: string): Promise<FrozenCalendar> => {
    await stage.dataSource.query(
      `INSERT INTO calendar_year (year, version, days, source)
       SELECT $1, max(version) + 1, $2, 'test' FROM calendar_year WHERE year = $1`,
      [year, days],
    );
    const rows = await stage.dataSource.query<{ year: number; version: number; days: string }[]>(
      `SELECT DISTINCT ON (year) year, version, days FROM calendar_year WHERE year >= 2025
        ORDER BY year, version DESC`,
    );
    return {
      version: rows.map(({ year: y, version }) => `${y}.${version}`).join(','),
      years: Object.fromEntries(rows.map((each) => [String(each.year), each.days])),
    };
  };
  const year = new Date().getFullYear();
  const weekends = Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, index) =>
    [0, 6].includes(new Date(Date.UTC(year, 0, 1 + index)).getUTCDay()) ? '0' : '1',
  ).join('');

  test('moves the due dates when it is told, or with the next step when it is not', async () => {
    const [told, untold] = await Promise.all([accepted(), accepted()]);
    const calendar = await published(year, weekends);
    await stage.temporal.workflow.getHandle(told).signal(CALENDAR_CHANGED_SIGNAL, calendar);
    const due = await eventually('the new due date', async () => {
      const { dueAt, acceptedAt } = await row(told);
      const expected = addWorkingDays(calendar, acceptedAt!.getTime(), 20);
      return dueAt?.getTime() === expected ? expected : undefined;
    });
    const acceptedAt = (await row(told)).acceptedAt!.getTime();
    expect(workingDaysBetween(calendar, acceptedAt, due)).toBe(20);
    await stage.dataSource.query(`UPDATE cases SET calendar_version = $2 WHERE number = $1`, [
      untold,
      calendar.version,
    ]);
    await stage.complete(untold, 'inspect');
    const found = await row(untold);
    expect(found.dueAt!.getTime()).toBe(addWorkingDays(calendar, found.acceptedAt!.getTime(), 20));
    const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers: [told, untold],
    });
    expect(differences).toEqual([]);
  }, 60_000);
});

describe('after its end', () => {
  test('a case is delivered, archived and voided, and nothing else', async () => {
    const number = await accepted();
    await stage.complete(number, 'inspect');
    await stage.complete(number, 'decide', { outcome: 'grant' });
    await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    await expect(act(number, { act: 'terminate', reason: '不办了' })).rejects.toMatchObject({
      code: 'illegal-move',
    });
    const key = randomUUID();
    const deliver = { act: 'deliver' as const, data: { way: 'window', receiver: '申请人' } };
    const first = await stage.cases.legal(number, HANDLER, deliver, key);
    expect(first).toMatchObject({ status: 'done', answer: { state: 'delivered' } });
    expect(await stage.cases.legal(number, HANDLER, deliver, key)).toEqual(first);
    await act(number, { act: 'archive' });
    await act(number, { act: 'void', reason: '重复建档' });
    expect((await moves(number)).slice(-3).map((each) => each['act'])).toEqual([
      'deliver',
      'archive',
      'void',
    ]);
    expect(await row(number)).toMatchObject({ state: 'voided', outcome: 'voided' });
  }, 60_000);

  test('an act that ends a case closes what its diagram still waits for', async () => {
    const number = await accepted();
    await openTask(stage.dataSource, number, 'inspect');
    await act(number, { act: 'terminate', reason: '申请人死亡' });
    expect(await caseWhen(stage.dataSource, number, ({ ended }) => ended)).toMatchObject({
      state: 'terminated',
    });
    const open = await stage.dataSource.query(
      `SELECT key FROM task WHERE case_number = $1 AND state = 'open' AND origin = 'diagram'`,
      [number],
    );
    expect(open).toEqual([]);
  }, 60_000);
});
