/** What passes over a decision beside the diagram is done by two persons or not at all, on real servers. */
import { randomUUID } from 'node:crypto';
import {
  insertMigration,
  migrationProgress,
} from '../../src/handling/interventions/migration-rows.js';
import { MigrationRunner } from '../../src/handling/interventions/migration-runner.js';
import { askSecondPerson } from '../../src/handling/interventions/second-person.js';
import { versionsOf } from '../../src/handling/interventions/versions.js';
import { computedInPlace } from '../../src/definitions/computing/index.js';
import { publish } from '../../src/definitions/processes/index.js';
import { Deputies } from '../../src/handling/tasks/deputies.js';
import { dateOf } from '../../workflows/clock/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import {
  BY_HANDLER,
  caseWhen,
  COLLEAGUE,
  diagram,
  HANDLER,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const ADMIN = { personId: 'p-handler', postId: 'post-handler', name: '管理员' };
/** The head of the body that decides; and the one who asked, were they its head too. */
const HEAD = { ...COLLEAGUE, role: 'approver' };
const ASKER_AS_HEAD = { ...HANDLER, role: 'approver' };

const deciding = (decides: boolean) =>
  diagram(
    'deciding',
    `<startEvent id="start"/>
     <userTask id="review" name="审查" ${BY_HANDLER}/>
     ${decides ? `<userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide" onestop:outcomes="grant=准予;refuse=不予"/>` : `<userTask id="note" name="记录" ${BY_HANDLER}/>`}
     <userTask id="file" name="归档" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
     <sequenceFlow id="f2" sourceRef="review" targetRef="${decides ? 'decide' : 'note'}"/>
     <sequenceFlow id="f3" sourceRef="${decides ? 'decide' : 'note'}" targetRef="file"/>
     <sequenceFlow id="f4" sourceRef="file" targetRef="end"/>`,
  );

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ deciding: { xml: deciding(true) } });
  await stage.dataSource.query(`UPDATE post SET role = 'approver' WHERE id = 'post-colleague'`);
}, 120_000);
afterAll(() => stage?.close());

/** A case that stands before its decision, and what would pass over it. */
async function beforeDecision() {
  const number = await stage.submit('deciding');
  await stage.complete(number, 'review');
  const task = await openTask(stage.dataSource, number, 'decide');
  const modification = { skip: [task.slice(number.length + 1)] };
  return { number, task, modification, reason: '已当面告知，先归档' };
}

const ask = (number: string, modification: object, reason: string, key: string = randomUUID()) =>
  stage.dataSource.transaction((manager) => {
    const wish = { kind: 'modify' as const, modification, reason };
    return askSecondPerson(manager, number, { wish, actor: ADMIN, key });
  });

const answer = async (
  task: string,
  actor: typeof HEAD,
  completion: { outcome: string; opinion?: string },
) => {
  await stage.tasks.claim(task, actor);
  return stage.tasks.complete(task, actor, completion, randomUUID());
};

const auditOf = (number: string) =>
  stage.dataSource.query<{ act: string; person: string }[]>(
    `SELECT act, person_id AS person FROM audit
      WHERE target = $1 AND act LIKE 'second-person.%' ORDER BY id`,
    [`case:${number}`],
  );

describe('a modification that passes over a decision', () => {
  it('is no one person’s; asked for, the head confirms it: both are on record', async () => {
    const { number, modification, reason } = await beforeDecision();
    await expect(
      stage.cases.modify(number, ADMIN, { ...modification, reason }, randomUUID()),
    ).rejects.toMatchObject({ code: 'passes-over-an-act', status: 409 });

    const key = randomUUID();
    const asked = await ask(number, modification, reason, key);
    expect(await ask(number, modification, reason, key)).toBe(asked);
    // Nothing is done yet, and who asked does not confirm it under another post.
    await openTask(stage.dataSource, number, 'decide');
    await stage.tasks.claim(asked, ASKER_AS_HEAD);
    await expect(
      stage.tasks.complete(asked, ASKER_AS_HEAD, { outcome: 'agree' }, randomUUID()),
    ).rejects.toMatchObject({ code: 'own-request' });
    await stage.tasks.release(asked, ASKER_AS_HEAD);

    await answer(asked, HEAD, { outcome: 'agree', opinion: '情况属实' });
    await openTask(stage.dataSource, number, 'file');
    const lines = await stage.dataSource.query<{ kind: string; person_id: string }[]>(
      `SELECT kind, person_id FROM timeline WHERE case_number = $1 AND NOT superseded
          AND kind IN ('second-person-asked', 'modified') ORDER BY id`,
      [number],
    );
    expect(lines).toEqual([
      { kind: 'second-person-asked', person_id: ADMIN.personId },
      { kind: 'modified', person_id: HEAD.personId },
    ]);
    expect(await auditOf(number)).toEqual([{ act: 'second-person.ask', person: ADMIN.personId }]);
    const [{ state }] = await stage.dataSource.query<[{ state: string }]>(
      `SELECT state FROM task WHERE id = $1`,
      [asked],
    );
    expect(state).toBe('completed');
  }, 60_000);

  it('is not confirmed in the name of whoever asked for it, nor asked for where no head could confirm it', async () => {
    const { number, modification, reason } = await beforeDecision();
    const asked = await ask(number, modification, reason);
    await stage.tasks.claim(asked, ASKER_AS_HEAD);
    const today = dateOf(Date.now());
    const standIn = { deputy: HEAD.postId!, from: today, to: today, reason: '外出' };
    await new Deputies(stage.dataSource).name(ASKER_AS_HEAD, standIn, randomUUID());
    await expect(
      stage.tasks.complete(asked, HEAD, { outcome: 'agree' }, randomUUID()),
    ).rejects.toMatchObject({ code: 'own-request' });

    const alone = (role: string) =>
      stage.dataSource.query(`UPDATE post SET role = $1 WHERE id = 'post-colleague'`, [role]);
    const { modification: other, number: another } = await beforeDecision();
    await alone('handler');
    await expect(ask(another, other, reason)).rejects.toMatchObject({ code: 'nobody-there' });
    await alone('approver');
  }, 60_000);

  it('is not done when the head declines, or when the case has gone on meanwhile', async () => {
    const declined = await beforeDecision();
    const first = await ask(declined.number, declined.modification, declined.reason);
    await stage.tasks.claim(first, HEAD);
    await expect(
      stage.tasks.complete(first, HEAD, { outcome: 'disagree' }, randomUUID()),
    ).rejects.toMatchObject({ code: 'opinion-missing' });
    await stage.tasks.complete(
      first,
      HEAD,
      { outcome: 'disagree', opinion: '须依法决定' },
      randomUUID(),
    );
    await openTask(stage.dataSource, declined.number, 'decide');
    expect((await auditOf(declined.number)).at(-1)?.act).toBe('second-person.decline');

    const gone = await beforeDecision();
    const second = await ask(gone.number, gone.modification, gone.reason);
    await stage.complete(gone.number, 'decide', { outcome: 'grant' });
    await expect(answer(second, HEAD, { outcome: 'agree' })).rejects.toMatchObject({
      code: 'instance-not-open',
    });
  }, 60_000);

  it('is not asked of a second person where one may do it alone', async () => {
    const { number } = await beforeDecision();
    await expect(ask(number, { start: ['review'] }, '重新审查')).rejects.toMatchObject({
      code: 'nothing-passed-over',
    });
  }, 30_000);
});

describe('a migration that loses a decision', () => {
  it('waits, case by case, for the head; confirmed, it is done', async () => {
    const { dataSource } = stage;
    const { manager } = dataSource;
    const { number } = await beforeDecision();
    await publish(manager, computedInPlace, {
      ...{ processId: 'deciding', name: 'deciding', xml: deciding(false), by: 'system' },
    });
    const { old, target } = await versionsOf(manager, 'deciding', 1, 2);
    const migrate = async (secondPerson: boolean) => {
      const id = randomUUID();
      await insertMigration(manager, {
        ...{ id, processId: 'deciding', fromHash: old.hash, toHash: target.hash },
        ...{ plan: { elements: { decide: 'note' } }, reason: '修订流程', actor: ADMIN },
        ...{ cases: [number], secondPerson },
      });
      const runner = new MigrationRunner(dataSource, stage.cases);
      await runToEnd((round) => runner.migrateDue(round));
      return { id, standing: await migrationProgress(manager, id) };
    };
    expect((await migrate(false)).standing).toMatchObject({ refused: 1, asked: 0 });
    const { id, standing } = await migrate(true);
    expect(standing).toMatchObject({ pending: 0, asked: 1, done: 0, refused: 0 });
    const [{ task }] = await dataSource.query<[{ task: string }]>(
      `SELECT id AS task FROM task WHERE case_number = $1 AND purpose = 'second-person'`,
      [number],
    );
    await answer(task, HEAD, { outcome: 'agree' });
    await openTask(dataSource, number, 'note');
    expect(await migrationProgress(manager, id)).toMatchObject({ asked: 0, done: 1 });
    await stage.complete(number, 'note');
    await stage.complete(number, 'file');
    await caseWhen(dataSource, number, ({ ended }) => ended);
  }, 90_000);
});
