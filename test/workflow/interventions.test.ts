/** What a person with the right does beside the diagram, on real servers. */
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { retryAll } from '../../src/cases/incidents/bulk-retry.js';
import { IncidentQueries } from '../../src/cases/incidents/incident-queries.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import type { Session } from '../../src/people/identity/index.js';
import {
  insertMigration,
  migrationProgress,
} from '../../src/handling/interventions/migration-rows.js';
import { MigrationRunner } from '../../src/handling/interventions/migration-runner.js';
import { preview } from '../../src/handling/interventions/preview.js';
import { versionsOf } from '../../src/handling/interventions/versions.js';
import { computedInPlace } from '../../src/definitions/computing/index.js';
import { publish } from '../../src/definitions/processes/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import { ADAPTER_REFUSED } from '../../workflows/contracts/case.js';
import { caseClock } from '../../workflows/clock/index.js';
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

const ADMIN = { personId: 'p-handler', postId: 'post-handler' };

/** Two tasks one after the other; the first has a limit and a name, and the second an id. */
const version = (first: string, second: string, limit = 'PT1H') =>
  diagram(
    'moving',
    `<startEvent id="start"/>
     <userTask id="review" name="${first}" ${BY_HANDLER}/>
     <boundaryEvent id="late" attachedToRef="review" cancelActivity="false"><timerEventDefinition id="t">
       <timeDuration>${limit}</timeDuration></timerEventDefinition></boundaryEvent>
     <userTask id="${second}" name="决定" ${BY_HANDLER}/>
     <endEvent id="end"/><endEvent id="told"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
     <sequenceFlow id="f2" sourceRef="review" targetRef="${second}"/>
     <sequenceFlow id="f3" sourceRef="${second}" targetRef="end"/>
     <sequenceFlow id="f4" sourceRef="late" targetRef="told"/>`,
  );

const calling = diagram(
  'calling',
  `<startEvent id="start"/><serviceTask id="ask" name="核验" onestop:adapter="ask" onestop:level="county"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
   <sequenceFlow id="f2" sourceRef="ask" targetRef="desk"/>
   <sequenceFlow id="f3" sourceRef="desk" targetRef="end"/>`,
);

/** A choice of which no way is open until somebody gives an area. */
const choosing = (gateway: string) =>
  diagram(
    'choosing',
    `<startEvent id="start"/><exclusiveGateway id="${gateway}" name="面积"/>
     <userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="${gateway}"/>
     <sequenceFlow id="f2" sourceRef="${gateway}" targetRef="desk"><conditionExpression>=form.area &gt; 100</conditionExpression></sequenceFlow>
     <sequenceFlow id="f3" sourceRef="desk" targetRef="end"/>`,
  );

let stage: Stage;
let runner: MigrationRunner;
beforeAll(async () => {
  stage = await openStage({
    moving: { xml: version('初审', 'decide') },
    calling: { xml: calling },
    choosing: { xml: choosing('split') },
  });
  runner = new MigrationRunner(stage.dataSource, stage.cases);
}, 120_000);
afterAll(() => stage?.close());

const texts = async (number: string, kind: string) =>
  stage.dataSource.query<{ opinion: string; person_id: string }[]>(
    `SELECT opinion, person_id FROM timeline WHERE case_number = $1 AND kind = $2 AND NOT superseded`,
    [number, kind],
  );

describe('a migration', () => {
  const CLOCK = caseClock({ version: 'none', years: {} }, 86_400_000);

  it('shows what would become of every case, then moves those it can and says why not the others', async () => {
    const { dataSource } = stage;
    const at = [await stage.submit('moving'), await stage.submit('moving')];
    const decided = await stage.submit('moving');
    await stage.complete(decided, 'review');
    const task = await openTask(dataSource, at[0]!, 'review');
    await stage.tasks.claim(task, HANDLER);
    const timerOf = async (number: string) => {
      const [row] = await dataSource.query<{ due: string }[]>(
        `SELECT jsonb_path_query_first(engine_state, '$.instances.*.triggers[*].due')::text AS due
           FROM cases WHERE number = $1`,
        [number],
      );
      return row!.due;
    };
    const due = await timerOf(at[0]!);
    const { runId } = await stage.temporal.workflow.getHandle(at[0]!).describe();

    const xml = version('复核', 'approve', 'PT5H');
    await publish(dataSource.manager, computedInPlace, {
      processId: 'moving',
      name: 'moving',
      xml,
      by: 'system',
    });
    const { old, target } = await versionsOf(dataSource.manager, 'moving', 1, 2);
    const looked = await preview(dataSource.manager, { old, target, plan: {}, clock: CLOCK });
    expect(looked).toMatchObject({ cases: 3, movable: 2 });
    expect(looked.elements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ element: 'review', cases: 2, target: 'review' }),
        expect.objectContaining({ element: 'decide', cases: 1, target: null }),
      ]),
    );
    expect(looked.outcomes[0]).toMatchObject({ caseNumber: decided, state: 'refused' });
    const plan = { elements: { decide: 'approve' } };
    const chosen = await preview(dataSource.manager, { old, target, plan, clock: CLOCK });
    expect(chosen.movable).toBe(3);

    const id = randomUUID();
    const asked = { processId: 'moving', fromHash: old.hash, toHash: target.hash, actor: ADMIN };
    await insertMigration(dataSource.manager, { id, ...asked, plan: {}, reason: '修订流程' });
    // Sent twice: nothing is done twice.
    await insertMigration(dataSource.manager, { id, ...asked, plan: {}, reason: '修订流程' });
    const another = new MigrationRunner(dataSource, stage.cases);
    await Promise.all([runner, another].map((one) => runToEnd((round) => one.migrateDue(round))));
    const standing = await migrationProgress(dataSource.manager, id);
    expect(standing).toMatchObject({ pending: 0, done: 2, refused: 1 });
    const refused = standing.outcomes.find(({ state }) => state === 'refused');
    expect(refused).toMatchObject({ caseNumber: decided });
    expect(refused!.message).toContain('“决定”');

    await eventually('the next run', async () => {
      const described = await stage.temporal.workflow.getHandle(at[0]!).describe();
      return described.runId === runId ? undefined : described;
    });
    expect(await texts(at[0]!, 'migrated')).toEqual([
      { opinion: '修订流程', person_id: ADMIN.personId },
    ]);
    // The timer keeps its due time; the task its claim, under the new version's name.
    expect(await timerOf(at[0]!)).toBe(due);
    const [row] = await dataSource.query<object[]>(
      `SELECT name, assignee_person, state FROM task WHERE id = $1`,
      [task],
    );
    expect(row).toEqual({ name: '复核', assignee_person: HANDLER.personId, state: 'open' });
    expect((await verifyCases(dataSource, stage.temporal)).differences).toEqual([]);

    await stage.tasks.complete(task, HANDLER, {}, randomUUID());
    await stage.complete(at[0]!, 'approve');
    await caseWhen(dataSource, at[0]!, ({ ended }) => ended);
    // The one that stayed goes on by its own version.
    await stage.complete(decided, 'decide');
    await caseWhen(dataSource, decided, ({ ended }) => ended);
  }, 90_000);

  it('does not move a case that is on another version already', async () => {
    const number = await stage.submit('moving');
    const { old, target } = await versionsOf(stage.dataSource.manager, 'moving', 1, 2);
    const asked = { from: old.hash, to: target.hash, plan: {}, reason: '再来一次' };
    await expect(stage.cases.migrate(number, ADMIN, asked, randomUUID())).rejects.toMatchObject({
      code: 'case-on-another-version',
      status: 409,
    });
  });
});

describe('a migration of a case that something holds', () => {
  it('is refused when the place where it would go on is gone; the case can still be mended', async () => {
    const { dataSource } = stage;
    const number = await stage.submit('choosing', { form: { area: 50 } });
    const incident = await openIncident(number);
    expect(incident).toMatchObject({ code: 'no-flow-taken', element: 'split' });
    const xml = choosing('fork');
    await publish(dataSource.manager, computedInPlace, {
      processId: 'choosing',
      name: 'c',
      xml,
      by: 'system',
    });
    const { old, target } = await versionsOf(dataSource.manager, 'choosing', 1, 2);
    const asked = { from: old.hash, to: target.hash, plan: {}, reason: '修订流程' };
    await expect(stage.cases.migrate(number, ADMIN, asked, randomUUID())).rejects.toMatchObject({
      code: 'migration-refused',
      status: 422,
    });
    await stage.cases.retryIncident(incident.id, HANDLER, { form: { area: 200 } }, randomUUID());
    await openTask(dataSource, number, 'desk');
  }, 60_000);
});

const openIncident = (number: string) =>
  eventually(`an incident of ${number}`, async () => {
    const [row] = await stage.dataSource.query<{ id: string; code: string; element: string }[]>(
      `SELECT id, code, element FROM incident WHERE case_number = $1 AND state = 'open'`,
      [number],
    );
    return row;
  });

describe('a modification', () => {
  it('goes back, skips and cancels; who, why and what stay on the case', async () => {
    const number = await stage.submit('calling');
    const task = await openTask(stage.dataSource, number, 'desk');
    const key = task.slice(number.length + 1);
    const back = { cancel: [key], start: ['ask'], reason: '核验结果有误，重新核验' };
    await stage.cases.modify(number, ADMIN, back, randomUUID());
    const again = await eventually('the task to open again', async () => {
      const open = await openTask(stage.dataSource, number, 'desk');
      return open === task ? undefined : open;
    });
    expect(stage.calls.filter(({ caseNumber }) => caseNumber === number)).toHaveLength(2);
    const skip = { skip: [again.slice(number.length + 1)], reason: '窗口已当场办结' };
    await stage.cases.modify(number, ADMIN, skip, randomUUID());
    await caseWhen(stage.dataSource, number, ({ ended }) => ended);
    expect((await texts(number, 'modified')).map(({ opinion }) => opinion)).toEqual([
      back.reason,
      skip.reason,
    ]);
  });

  it('is refused as a whole, with what stands in its way, and leaves the case as it was', async () => {
    const number = await stage.submit('calling');
    await openTask(stage.dataSource, number, 'desk');
    const wrong = (modification: object) =>
      stage.cases.modify(number, ADMIN, { reason: '试试', ...modification }, randomUUID());
    await expect(wrong({})).rejects.toMatchObject({ code: 'nothing-to-modify', status: 422 });
    await expect(wrong({ cancel: ['desk~99'] })).rejects.toMatchObject({ status: 409 });
    await expect(wrong({ start: ['nowhere'] })).rejects.toMatchObject({
      code: 'element-not-reachable',
      status: 422,
    });
    await openTask(stage.dataSource, number, 'desk');
    expect(await texts(number, 'modified')).toEqual([]);
  });
});

describe('incidents in bulk', () => {
  const session = {
    person: { id: 'p-handler', name: '承办人甲' },
    post: { id: 'post-handler', role: 'handler', organisation: { id: 'o-market' } },
  } as unknown as Session;
  const parts = () => ({ queries: new IncidentQueries(stage.dataSource), commands: stage.cases });

  it('are each tried again, and each tells what came of it', async () => {
    const numbers: string[] = [];
    stage.adapters['ask'] = () => Promise.reject(new Error('省平台没有应答'));
    for (let place = 0; place < 3; place += 1) numbers.push(await stage.submit('calling'));
    const { queries } = parts();
    const incidents = await eventually('three incidents', async () => {
      const { items } = await queries.list(session, {});
      const ours = items.filter(({ caseNumber }) => numbers.includes(caseNumber));
      return ours.length >= 3 ? ours : undefined;
    });
    expect(incidents.map(({ code }) => code)).toEqual(Array(3).fill('adapter-failed'));
    const detail = await queries.detail(session, incidents[0]!.id);
    expect(detail.variables).toMatchObject({ caseNumber: detail.caseNumber });

    delete stage.adapters['ask'];
    const ids = [...incidents.map(({ id }) => id), 'none'];
    const key = randomUUID();
    const outcomes = await retryAll(parts(), session, HANDLER, ids, key);
    expect(outcomes.at(-1)).toMatchObject({ id: 'none', outcome: 'refused' });
    for (const number of numbers) await openTask(stage.dataSource, number, 'desk');
    // The same bulk again does nothing again: it tells what has come of each.
    const afterwards = await retryAll(parts(), session, HANDLER, ids, key);
    expect(afterwards.map(({ outcome }) => outcome)).toEqual([
      'resolved',
      'resolved',
      'resolved',
      'refused',
    ]);
    const tried = stage.calls.filter(({ caseNumber }) => numbers.includes(caseNumber));
    for (const number of numbers)
      expect(tried.filter(({ caseNumber }) => caseNumber === number).length).toBeLessThan(8);
  }, 60_000);

  it('that was not mended comes back, and is not called resolved', async () => {
    const number = await stage.submit('choosing', { form: { area: 50 } });
    const { id } = await openIncident(number);
    const [outcome] = await retryAll(parts(), session, HANDLER, [id], randomUUID());
    expect(outcome).toMatchObject({ id, outcome: 'open' });
    expect(outcome!.message).toContain('没有一条流出路径');
  }, 60_000);

  it('of an adapter is told as at work until it answers, and as open when it fails again', async () => {
    let fail = (): void => undefined;
    stage.adapters['ask'] = () => Promise.reject(new Error('省平台没有应答'));
    const number = await stage.submit('calling');
    const { id } = await openIncident(number);
    stage.adapters['ask'] = () =>
      new Promise((_, reject) => {
        fail = () => reject(ApplicationFailure.nonRetryable('省平台拒绝', ADAPTER_REFUSED));
      });
    const key = randomUUID();
    const asked = async () => (await retryAll(parts(), session, HANDLER, [id], key))[0]!;
    expect(await asked()).toMatchObject({ outcome: 'running' });
    await eventually('the call', async () => {
      fail();
      const { outcome, message } = await asked();
      return outcome === 'open' ? message : undefined;
    });
    expect((await asked()).message).toContain('省平台拒绝');
    delete stage.adapters['ask'];
  }, 60_000);
});
