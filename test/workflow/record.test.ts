/**
 * `record` when a step that was stored never happened in history (decision 1, commands as rows, and
 * recorded steps), and `verify`.
 */
import { STEP_WRITERS_OF_WINGS } from '../../src/step-writers.js';
import { randomUUID } from 'node:crypto';
import { insertCommand } from '../../src/cases/commands/index.js';
import { record } from '../../src/cases/recording/index.js';
import { RUNNING_CASES, verifyCases } from '../../src/cases/verification/index.js';
import { CASE_QUEUE } from '../../workflows/contracts/case.js';
import type { RecordInput, RecordedTask } from '../../workflows/contracts/case.js';
import {
  APPLICANT,
  BY_HANDLER,
  HANDLER,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const plain = diagram(
  'plain',
  `<startEvent id="start"/><userTask id="desk" name="经办" ${BY_HANDLER}/>
   <receiveTask id="wait" name="到账" messageRef="payment"/><parallelGateway id="split"/>
   <endEvent id="end"/><endEvent id="end2"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
   <sequenceFlow id="f1" sourceRef="split" targetRef="desk"/>
   <sequenceFlow id="f2" sourceRef="split" targetRef="wait"/>
   <sequenceFlow id="f3" sourceRef="desk" targetRef="end"/>
   <sequenceFlow id="f4" sourceRef="wait" targetRef="end2"/>`,
).replace('<process ', '<message id="payment" name="payment"/><process ');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ plain: { xml: plain } });
}, 120_000);
afterAll(() => stage?.close());

const task = (key: string): RecordedTask => ({
  key,
  element: key.split('~')[0]!,
  name: key,
  assignment: { line: 'market', level: 'county', role: 'handler' },
  outcomes: [],
  inputs: {},
  openedAt: Date.now(),
  dueAt: null,
});

/** What the workflow would record of a step with these open tasks. */
async function step(
  caseNumber: string,
  number: number,
  cause: string,
  tasks: string[],
  more: Partial<RecordInput> = {},
): Promise<void> {
  await record(
    stage.dataSource,
    {
      caseNumber,
      step: number,
      cause,
      previousCause: null,
      state: 'submitted',
      ended: false,
      tasks: tasks.map(task),
      subscriptions: [],
      thrown: [],
      incidents: [],
      dates: { collected: null, accepted: null, decided: null },
      dueAt: null,
      promisedDueAt: null,
      engineState: {} as RecordInput['engineState'],
      variables: {},
      timeline: [],
      completed: [],
      at: Date.now(),
      ...more,
    },
    STEP_WRITERS_OF_WINGS,
  );
}

/** A case without a workflow: its rows are the test's own. */
async function rowOnly(): Promise<string> {
  const number = await stage.submit('plain');
  await openTask(stage.dataSource, number, 'desk');
  await stage.temporal.workflow.getHandle(number).terminate();
  return number;
}

async function tasksOf(number: string): Promise<Record<string, string>> {
  const rows = await stage.dataSource.query<{ key: string; state: string }[]>(
    `SELECT key, state FROM task WHERE case_number = $1`,
    [number],
  );
  return Object.fromEntries(rows.map(({ key, state }) => [key, state]));
}

describe('recording a step', () => {
  it('does nothing the second time', async () => {
    const number = await rowOnly();
    const timeline = [{ at: Date.now(), kind: 'task-opened', taskKey: 'x~1', name: 'x' }];
    await step(number, 2, 'command:a', ['x~1'], { timeline });
    await step(number, 2, 'command:a', ['x~1'], { timeline });
    const lines = await stage.dataSource.query(
      `SELECT 1 FROM timeline WHERE case_number = $1 AND step = 2`,
      [number],
    );
    expect(lines).toHaveLength(1);
  }, 60_000);

  it('supersedes what never happened, sets the tasks from the full set, and keeps both for audit', async () => {
    const number = await rowOnly();
    await step(number, 2, 'command:a', ['x~1', 'y~1']);
    await step(number, 3, 'command:lost', ['z~1', 'y~1']);
    expect(await tasksOf(number)).toMatchObject({ 'x~1': 'cancelled', 'z~1': 'open' });
    await step(number, 3, 'timer:t1', ['x~1', 'w~1']);
    expect(await tasksOf(number)).toMatchObject({
      'x~1': 'open',
      'y~1': 'cancelled',
      'z~1': 'superseded',
      'w~1': 'open',
    });
    const steps = await stage.dataSource.query(
      `SELECT cause, superseded FROM case_step WHERE case_number = $1 AND step = 3 ORDER BY cause`,
      [number],
    );
    expect(steps).toEqual([
      { cause: 'command:lost', superseded: true },
      { cause: 'timer:t1', superseded: false },
    ]);
  }, 60_000);

  it('waits for who is completing a task, who need not wait for it', async () => {
    const number = await rowOnly();
    await step(number, 2, 'command:a', ['x~1']);
    const task = `${number}.x~1`;
    let recorded: Promise<void> | undefined;
    await stage.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT 1 FROM task WHERE id = $1 FOR UPDATE`, [task]);
      recorded = step(number, 3, 'timer:t', ['x~1', 'y~1']);
      await eventually('a step that waits for the task', async () => {
        const waiting = await stage.dataSource.query<unknown[]>(
          `SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return waiting.length > 0 || undefined;
      });
      await insertCommand(manager, {
        ...{ id: randomUUID(), caseNumber: number, taskId: task, kind: 'complete' },
        ...{ actor: HANDLER, payload: { taskKey: 'x~1' } },
      });
    });
    await recorded;
    expect(await tasksOf(number)).toMatchObject({ 'x~1': 'open', 'y~1': 'open' });
  }, 60_000);

  it('keeps the claim of a task that is superseded and opened again', async () => {
    const number = await rowOnly();
    await step(number, 2, 'command:a', ['x~1']);
    await stage.tasks.claim(`${number}.x~1`, HANDLER);
    await step(number, 2, 'command:b', []);
    await step(number, 3, 'command:a', ['x~1']);
    const [row] = await stage.dataSource.query(
      `SELECT state, assignee_person FROM task WHERE id = $1`,
      [`${number}.x~1`],
    );
    expect(row).toEqual({ state: 'open', assignee_person: HANDLER.personId });
  }, 60_000);

  it('keeps a superseded completion as pressed while its command waits to be sent again', async () => {
    const number = await rowOnly();
    await step(number, 2, 'command:a', ['x~1', 'y~1']);
    const task = `${number}.x~1`;
    await stage.tasks.claim(task, HANDLER);
    await stage.dataSource.transaction(async (manager) => {
      await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [task]);
      await insertCommand(manager, {
        ...{ id: randomUUID(), caseNumber: number, taskId: task, kind: 'complete' },
        ...{ actor: HANDLER, payload: { taskKey: 'x~1' } },
      });
    });
    await step(number, 3, 'command:lost', ['y~1']);
    await step(number, 3, 'command:other', ['x~1']);
    expect(await tasksOf(number)).toMatchObject({ 'x~1': 'completing', 'y~1': 'cancelled' });
  }, 60_000);

  it('takes back a rating that never happened, with what was to follow it', async () => {
    const number = await rowOnly();
    await stage.dataSource.query(`UPDATE cases SET counted = false WHERE number = $1`, [number]);
    const rate = async (level: string, at: number, cause: string) => {
      await step(number, at - 1, `${cause}-before`, ['x~1']);
      await stage.dataSource.transaction((manager) =>
        insertCommand(manager, {
          ...{ id: randomUUID(), caseNumber: number, taskId: `${number}.x~1`, kind: 'complete' },
          ...{ actor: HANDLER, payload: { taskKey: 'x~1', form: { level } } },
        }),
      );
      await step(number, at, cause, [], {
        timeline: [{ at: Date.now(), kind: 'task-completed', taskKey: 'x~1' }],
        moves: [
          {
            act: 'rate',
            from: 'finished',
            to: 'rated',
            at: Date.now(),
            by: 'applicant',
            taskKey: 'x~1',
          },
        ],
      });
    };
    const ratings = () =>
      stage.dataSource.query<{ level: string; counted: boolean }[]>(
        `SELECT level, counted FROM rating WHERE case_number = $1`,
        [number],
      );
    const contacts = async () =>
      (
        await stage.dataSource.query<{ state: string }[]>(
          `SELECT state FROM task WHERE case_number = $1 AND purpose = 'rating-contact'`,
          [number],
        )
      ).map(({ state }) => state);
    await rate('very-dissatisfied', 3, 'command:lost');
    expect(await ratings()).toEqual([{ level: 'very-dissatisfied', counted: false }]);
    expect(await contacts()).toEqual(['open']);
    await step(number, 3, 'timer:t', ['x~1']);
    expect([await ratings(), await contacts()]).toEqual([[], ['cancelled']]);
    await rate('satisfied', 5, 'command:then');
    expect(await ratings()).toEqual([{ level: 'satisfied', counted: false }]);
    expect(await contacts()).toEqual(['cancelled']);
  }, 60_000);

  it('opens an incident, not a hole, when no department is found', async () => {
    const number = await rowOnly();
    const homeless = { ...task('x~1'), assignment: { line: 'water', level: 'county' as const } };
    await step(number, 2, 'command:a', [], { tasks: [homeless] });
    const [incident] = await stage.dataSource.query(
      `SELECT id, code, task_id FROM incident WHERE case_number = $1 AND state = 'open'`,
      [number],
    );
    expect(incident).toMatchObject({ code: 'no-department', task_id: `${number}.x~1` });
    const retry = () => stage.cases.retryIncident(incident.id, HANDLER, undefined, randomUUID());
    await expect(retry()).rejects.toMatchObject({ code: 'no-department' });
    await stage.dataSource.query(
      `INSERT INTO organisation (id, name, kind, line, level, region)
       VALUES ('o-water', '海城市水利局', 'department', 'water', 'county', '210381')`,
    );
    await retry();
    const [mended] = await stage.dataSource.query(`SELECT department_id FROM task WHERE id = $1`, [
      `${number}.x~1`,
    ]);
    expect(mended.department_id).toBe('o-water');
  }, 60_000);
});

/** Ends what the tests before have planted, for a look at all cases. */
async function emptied(): Promise<void> {
  for await (const { workflowId } of stage.temporal.workflow.list({ query: RUNNING_CASES }))
    await stage.temporal.workflow.getHandle(workflowId).terminate();
  await stage.dataSource.query(`UPDATE cases SET ended = true WHERE NOT ended`);
}

describe('verify', () => {
  it('finds five planted differences, each by its kind', async () => {
    const numbers = await Promise.all([1, 2, 3, 4, 5].map(() => stage.submit('plain')));
    for (const number of numbers) await openTask(stage.dataSource, number, 'desk');
    const check = async () =>
      (
        await verifyCases(stage.dataSource, stage.temporal, {
          numbers,
          settledWithin: 1_000,
        })
      ).differences;
    expect(await check()).toEqual([]);
    const plants: [string, string][] = [
      ['tasks', `UPDATE task SET state = 'completed' WHERE case_number = $1`],
      ['subscriptions', `DELETE FROM subscription WHERE case_number = $1`],
      ['state', `UPDATE cases SET state = 'granted' WHERE number = $1`],
      ['step', `UPDATE cases SET step = step + 7 WHERE number = $1`],
      ['ended', `UPDATE cases SET ended = true WHERE number = $1`],
    ];
    for (const [index, [, sql]] of plants.entries()) {
      await stage.dataSource.query(sql, [numbers[index]]);
    }
    const found = (await check()).map(({ caseNumber, what }) => [what, caseNumber]);
    expect(found.sort()).toEqual(plants.map(([what], index) => [what, numbers[index]]).sort());
  }, 60_000);

  it('tells a workflow that was ended from outside, and one that cannot be asked, and goes on', async () => {
    const numbers = await Promise.all([1, 2, 3].map(() => stage.submit('plain')));
    for (const number of numbers) await openTask(stage.dataSource, number, 'desk');
    const [ended, mute] = numbers.sort() as [string, string, string];
    await stage.temporal.workflow.getHandle(ended).terminate();
    await stage.temporal.workflow.getHandle(mute).terminate();
    await stage.temporal.workflow.start('no-such-workflow', {
      workflowId: mute,
      taskQueue: CASE_QUEUE,
      workflowTaskTimeout: '1s',
    });
    const { checked, differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers,
      settledWithin: 1_000,
    });
    expect(checked).toBe(3);
    expect(differences).toEqual([
      { caseNumber: ended, what: 'workflow', workflow: 'terminated', table: 'open' },
      {
        ...{ caseNumber: mute, what: 'workflow', table: 'open' },
        workflow: expect.stringMatching(/^cannot be asked: ./),
      },
    ]);
  }, 60_000);

  it('looks at cases that ended since a day, where it is asked', async () => {
    const number = await stage.submit('plain');
    await openTask(stage.dataSource, number, 'desk');
    await stage.cases.withdraw(number, APPLICANT, '不办了', randomUUID());
    await stage.dataSource.query(
      `UPDATE cases SET step = 77, finished_at = '2026-01-05' WHERE number = $1`,
      [number],
    );
    const differing = async (endedSince?: string) =>
      (
        await verifyCases(stage.dataSource, stage.temporal, {
          settledWithin: 1_000,
          ...(endedSince && { endedSince: new Date(endedSince) }),
        })
      ).differences.filter(({ caseNumber }) => caseNumber === number);
    await emptied();
    expect(await differing()).toEqual([]);
    expect(await differing('2026-01-06')).toEqual([]);
    expect(await differing('2026-01-04')).toMatchObject([{ what: 'step', table: '77' }]);
  }, 60_000);
});
