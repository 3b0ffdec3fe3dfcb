/** Tasks beside the diagram, on real servers: opened, done, and closed with their case. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { openSideTask, type NewSideTask } from '../../src/cases/side-tasks/index.js';
import { purposes } from '../../src/handling/tasks/purposes/index.js';
import {
  BY_HANDLER,
  COLLEAGUE,
  HANDLER,
  diagram,
  openStage,
  type Stage,
} from '../workflow/stage.js';

const desk = diagram(
  'office',
  `<startEvent id="start"/><userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
   <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>`,
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ office: { xml: desk } });
}, 120_000);
afterAll(() => stage?.close());

const open = (caseNumber: string, more: Partial<NewSideTask> = {}) =>
  stage.dataSource.transaction((manager) =>
    openSideTask(manager, {
      ...{ caseNumber, purpose: 'look', name: '看一看', departmentId: 'o-market' },
      outcomes: [{ id: 'yes', name: '同意' }],
      ...more,
    }),
  );

const stateOf = async (id: string) => {
  const [row] = await stage.dataSource.query<{ state: string; outcome: string | null }[]>(
    `SELECT state, outcome FROM task WHERE id = $1`,
    [id],
  );
  return row;
};

const complete = (id: string, key: string = randomUUID()) =>
  stage.tasks.complete(id, HANDLER, { outcome: 'yes', opinion: '可以' }, key);

const lines = async (caseNumber: string, kind: string) =>
  stage.dataSource.query<{ task_id: string; person_id: string | null; opinion: string | null }[]>(
    `SELECT task_id, person_id, opinion FROM timeline
      WHERE case_number = $1 AND kind = $2 AND NOT superseded ORDER BY id`,
    [caseNumber, kind],
  );

describe('a side task', () => {
  it('is claimed by one, completed once, and leaves the workflow as it was', async () => {
    const number = await stage.submit('office');
    const id = await open(number, { role: 'handler' });
    await stage.tasks.claim(id, HANDLER);
    await expect(stage.tasks.claim(id, COLLEAGUE)).rejects.toMatchObject({ code: 'task-claimed' });
    const key = randomUUID();
    const [first, again] = [await complete(id, key), await complete(id, key)];
    expect(first).toEqual(again);
    expect(await stateOf(id)).toEqual({ state: 'completed', outcome: 'yes' });
    await expect(complete(id)).rejects.toMatchObject({ code: 'task-not-open', status: 409 });
    expect(await lines(number, 'task-completed')).toEqual([
      { task_id: id, person_id: HANDLER.personId, opinion: '可以' },
    ]);
    expect(
      (await verifyCases(stage.dataSource, stage.temporal, { numbers: [number] })).differences,
    ).toEqual([]);
  }, 60_000);

  it('opens once for one key, and survives the steps of its case', async () => {
    const number = await stage.submit('office');
    const [one, two] = await Promise.all([
      open(number, { key: 'only' }),
      open(number, { key: 'only' }),
    ]);
    expect(one).toBe(two);
    await stage.cases.modify(
      number,
      HANDLER,
      { reason: '再来', cancel: ['desk~2'], start: ['desk'] },
      randomUUID(),
    );
    expect(await stateOf(one)).toMatchObject({ state: 'open' });
    expect(
      (await verifyCases(stage.dataSource, stage.temporal, { numbers: [number] })).differences,
    ).toEqual([]);
  }, 60_000);

  it('goes with its case when that ends, unless it is there for what comes after', async () => {
    const number = await stage.submit('office');
    const [gone, stays] = [await open(number), await open(number, { survivesEnd: true })];
    await stage.complete(number, 'desk');
    expect([await stateOf(gone), await stateOf(stays)]).toMatchObject([
      { state: 'cancelled' },
      { state: 'open' },
    ]);
    await expect(open(number)).rejects.toMatchObject({ code: 'already-ended', status: 409 });
    await stage.tasks.claim(stays, HANDLER);
    await complete(stays);
    expect(await stateOf(stays)).toMatchObject({ state: 'completed' });
  }, 60_000);

  it('sends what follows to the case, and opens again with the reason when the case refuses', async () => {
    const number = await stage.submit('office');
    let incident = 'none';
    purposes.set('mend', {
      name: 'mend',
      completed: () => Promise.resolve({ followUp: { kind: 'retry', payload: { incident } } }),
    });
    const id = await open(number, { purpose: 'mend' });
    await stage.tasks.claim(id, HANDLER);
    await expect(complete(id)).rejects.toMatchObject({ code: 'incident-not-open', status: 409 });
    expect(await stateOf(id)).toEqual({ state: 'open', outcome: null });
    purposes.set('mend', {
      name: 'mend',
      completed: () =>
        Promise.resolve({
          followUp: { kind: 'setVariables', payload: { variables: { mended: true } } },
        }),
    });
    incident = '';
    const result = await complete(id);
    expect(result).toMatchObject({ status: 'done', answer: { step: 2 } });
    expect(await stateOf(id)).toEqual({ state: 'completed', outcome: 'yes' });
    const [row] = await stage.dataSource.query(
      `SELECT variables ->> 'mended' AS mended FROM cases WHERE number = $1`,
      [number],
    );
    expect(row).toEqual({ mended: 'true' });
  }, 60_000);
});
