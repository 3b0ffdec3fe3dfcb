/** An open pause (行政许可法 45) through what may happen to a run: a new version of the diagram, a new run. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { versionsOf } from '../../src/handling/interventions/versions.js';
import { computedInPlace } from '../../src/definitions/computing/index.js';
import { publish } from '../../src/definitions/processes/index.js';
import { CONTINUE_SIGNAL, type CaseAct } from '../../workflows/contracts/case.js';
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

const permit = (decision: string) =>
  diagram(
    'paused',
    `<startEvent id="start"/>
     <userTask id="accept" name="受理" ${BY_HANDLER} onestop:act="accept"
       onestop:outcomes="accept=受理;reject=不予受理"/>
     <userTask id="decide" name="${decision}" ${BY_HANDLER} onestop:act="decide"
       onestop:outcomes="grant=准予;refuse=不予" onestop:limit="3wd"/>
     <endEvent id="end"/>
     <sequenceFlow id="f0" sourceRef="start" targetRef="accept"/>
     <sequenceFlow id="f1" sourceRef="accept" targetRef="decide"/>
     <sequenceFlow id="f2" sourceRef="decide" targetRef="end"/>`,
  );

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ paused: { xml: permit('决定') } });
}, 120_000);
afterAll(() => stage?.close());

const act = (number: string, wanted: CaseAct) =>
  stage.cases.legal(number, HANDLER, wanted, randomUUID());

interface Row {
  state: string;
  due: Date | null;
  paused: Date | null;
  hash: string;
}

const row = async (number: string): Promise<Row> => {
  const [found] = await stage.dataSource.query<Row[]>(
    `SELECT state, due_at AS due, paused_at AS paused, model_hash AS hash
       FROM cases WHERE number = $1`,
    [number],
  );
  return found!;
};

const pausesOf = (number: string) =>
  stage.dataSource.query<{ began: Date; ended: Date | null }[]>(
    `SELECT began_at AS began, ended_at AS ended FROM case_pause WHERE case_number = $1`,
    [number],
  );

const taskDue = async (number: string): Promise<Date | null> => {
  const [task] = await stage.dataSource.query<{ due: Date | null }[]>(
    `SELECT due_at AS due FROM task
      WHERE case_number = $1 AND element = 'decide' AND state IN ('open', 'completing')`,
    [number],
  );
  return task!.due;
};

const newRun = async (number: string, cause: () => Promise<unknown>) => {
  const handle = stage.temporal.workflow.getHandle(number);
  const { runId } = await handle.describe();
  await cause();
  await eventually('the next run', async () =>
    (await handle.describe()).runId === runId ? undefined : true,
  );
};

/** Accepted, then held up by an appraisal. @returns the case and when it was due before */
async function paused(): Promise<{ number: string; due: Date }> {
  const number = await stage.submit('paused');
  await stage.complete(number, 'accept', { outcome: 'accept' });
  await openTask(stage.dataSource, number, 'decide');
  const { due } = await row(number);
  const data = { procedure: 'appraisal', days: 10 };
  await act(number, { act: 'pause', reason: '需要鉴定', data });
  return { number, due: due! };
}

/** Still paused as it was; then it goes on, and the time of a day that was paused counts as before. */
async function goesOn(number: string, due: Date, began: Date): Promise<void> {
  expect(await row(number)).toMatchObject({
    ...{ state: 'special-procedure', due: null, paused: began },
  });
  expect(await pausesOf(number)).toEqual([{ began, ended: null }]);
  const decide = await openTask(stage.dataSource, number, 'decide');
  await stage.tasks.claim(decide, HANDLER);
  await expect(
    stage.tasks.complete(decide, HANDLER, { outcome: 'grant' }, randomUUID()),
  ).rejects.toMatchObject({ code: 'illegal-move' });
  await act(number, { act: 'resume' });
  // On a busy machine the answer may come after the ten seconds that a call waits.
  await caseWhen(stage.dataSource, number, ({ state }) => state === 'accepted');
  expect(await row(number)).toMatchObject({ paused: null, due });
  expect((await pausesOf(number))[0]!.ended).not.toBeNull();
  await stage.tasks.complete(decide, HANDLER, { outcome: 'grant' }, randomUUID());
  await caseWhen(stage.dataSource, number, ({ ended }) => ended);
  const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
    numbers: [number],
  });
  expect(differences).toEqual([]);
}

describe('a case that is paused', () => {
  test('stays paused over a new run of its workflow, and goes on with the time it had', async () => {
    const { number, due } = await paused();
    const began = (await row(number)).paused!;
    await newRun(number, () => stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL));
    await goesOn(number, due, began);
  }, 90_000);

  test('stays paused when it is moved to another version of its diagram', async () => {
    const { number, due } = await paused();
    const before = await row(number);
    const { manager } = stage.dataSource;
    const xml = permit('作出决定');
    await publish(manager, computedInPlace, {
      processId: 'paused',
      name: 'paused',
      xml,
      by: 'system',
    });
    const { old, target } = await versionsOf(manager, 'paused', 1, 2);
    const asked = { from: old.hash, to: target.hash, plan: {}, reason: '修订流程' };
    await newRun(number, () => stage.cases.migrate(number, HANDLER, asked, randomUUID()));
    expect((await row(number)).hash).toBe(target.hash);
    expect(await taskDue(number)).toBeNull();
    await goesOn(number, due, before.paused!);
  }, 90_000);
});
