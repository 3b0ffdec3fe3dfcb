/**
 * 会签 (all, or a ratio), 或签 and 依次 as a diagram draws them: a multi-instance user task over the
 * bodies asked, each at its own desk, with a completion condition on their answers.
 */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/index.js';
import type { Actor } from '../../src/cases/index.js';
import { caseWhen, diagram, eventually, openStage, type Stage } from './stage.js';

const BODIES = ['fire', 'housing', 'traffic'] as const;
type Body = (typeof BODIES)[number];

const at = (body: Body): Actor => ({
  personId: `p-${body}`,
  postId: `post-${body}`,
  organisationId: `o-${body}`,
  role: 'handler',
});

const AGREED = 'count(opinions[item = "agree"])';
const OBJECTED = 'count(opinions[item = "disagree"]) > 0';

/** Bodies are asked together or in order until the condition holds; then the case tells who agreed. */
const asking = (id: string, condition: string, sequential = false) =>
  diagram(
    id,
    `<startEvent id="start"/>
     <userTask id="sign" name="会签" onestop:line="=body" onestop:level="county" onestop:role="handler"
       onestop:act="countersign" onestop:outcomes="agree=同意;disagree=不同意">
       <multiInstanceLoopCharacteristics isSequential="${sequential}" onestop:collection="=form.bodies"
         onestop:elementVariable="body" onestop:outputCollection="opinions" onestop:outputElement="=sign.outcome">
         <completionCondition>=${condition}</completionCondition>
       </multiInstanceLoopCharacteristics>
     </userTask>
     <exclusiveGateway id="agreed" default="no"/>
     <endEvent id="yes"/><endEvent id="refused"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="sign"/>
     <sequenceFlow id="f2" sourceRef="sign" targetRef="agreed"/>
     <sequenceFlow id="f3" sourceRef="agreed" targetRef="yes"><conditionExpression>=not(${OBJECTED})</conditionExpression></sequenceFlow>
     <sequenceFlow id="no" sourceRef="agreed" targetRef="refused"/>`,
  );

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    all: { xml: asking('all', OBJECTED.replace('>', '&gt;')) },
    ratio: { xml: asking('ratio', `${AGREED} &gt;= 2 / 3 * nrOfInstances`) },
    any: { xml: asking('any', `${AGREED} &gt;= 1`) },
    order: { xml: asking('order', OBJECTED.replace('>', '&gt;'), true) },
  });
  for (const body of BODIES) {
    await stage.dataSource.query(
      `INSERT INTO organisation (id, name, kind, line, level, region)
       VALUES ('o-' || $1, $1, 'department', $1, 'county', '210381')`,
      [body],
    );
    await stage.dataSource.query(
      `INSERT INTO person (id, account, name, subject, kind) VALUES ('p-' || $1, $1, $1, 's-' || $1, 'staff')`,
      [body],
    );
    await stage.dataSource.query(
      `INSERT INTO post (id, person_id, organisation_id, role, title)
       VALUES ('post-' || $1, 'p-' || $1, 'o-' || $1, 'handler', '经办')`,
      [body],
    );
  }
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const submit = (process: string) => stage.submit(process, { form: { bodies: [...BODIES] } });

interface Row {
  id: string;
  department: string;
  state: string;
}

const tasksOf = (number: string) =>
  stage.dataSource.query<Row[]>(
    `SELECT id, department_id AS department, state FROM task WHERE case_number = $1 ORDER BY department_id`,
    [number],
  );

/** The states of the tasks by body, once so many are open. */
async function waiting(number: string, bodies: readonly Body[]): Promise<void> {
  const wanted = bodies.map((body) => `o-${body}`).sort();
  await eventually(`${wanted.join()} asked in ${number}`, async () => {
    const open = (await tasksOf(number)).filter(({ state }) => state === 'open');
    return open.map(({ department }) => department).join() === wanted.join() || undefined;
  });
}

async function answer(number: string, body: Body, outcome: 'agree' | 'disagree'): Promise<void> {
  const task = (await tasksOf(number)).find(
    ({ department, state }) => department === `o-${body}` && state === 'open',
  );
  await stage.tasks.claim(task!.id, at(body));
  await stage.tasks.complete(task!.id, at(body), { outcome, opinion: '意见' }, randomUUID());
}

async function endOf(number: string) {
  const { variables } = await caseWhen(stage.dataSource, number, ({ ended }) => ended);
  const states = (await tasksOf(number)).map(({ department, state }) => `${department} ${state}`);
  const [{ ends }] = await stage.dataSource.query<[{ ends: string[] }]>(
    `SELECT array_agg(e) AS ends FROM case_step s, jsonb_array_elements_text(s.completed) e
      WHERE s.case_number = $1 AND e IN ('yes', 'refused')`,
    [number],
  );
  const { differences } = await verifyCases(stage.dataSource, stage.temporal, [number]);
  expect(differences).toEqual([]);
  return { ends, opinions: variables.opinions, states };
}

describe('bodies asked by a diagram', () => {
  it('会签: all agree', async () => {
    const number = await submit('all');
    await waiting(number, BODIES);
    await answer(number, 'traffic', 'agree');
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    await answer(number, 'housing', 'agree');
    expect(await endOf(number)).toEqual({
      ends: ['yes'],
      opinions: ['agree', 'agree', 'agree'],
      states: ['o-fire completed', 'o-housing completed', 'o-traffic completed'],
    });
  }, 60_000);

  it('会签: one disagreement ends it, and the others are no longer asked', async () => {
    const number = await submit('all');
    await waiting(number, BODIES);
    await answer(number, 'housing', 'disagree');
    expect(await endOf(number)).toEqual({
      ends: ['refused'],
      opinions: [null, 'disagree', null],
      states: ['o-fire cancelled', 'o-housing completed', 'o-traffic cancelled'],
    });
  }, 60_000);

  it('会签 by a ratio: two of three are enough', async () => {
    const number = await submit('ratio');
    await waiting(number, BODIES);
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing', 'traffic']);
    await answer(number, 'traffic', 'agree');
    expect(await endOf(number)).toEqual({
      ends: ['yes'],
      opinions: ['agree', null, 'agree'],
      states: ['o-fire completed', 'o-housing cancelled', 'o-traffic completed'],
    });
  }, 60_000);

  it('或签: any one is enough', async () => {
    const number = await submit('any');
    await waiting(number, BODIES);
    await answer(number, 'housing', 'agree');
    const { ends, states } = await endOf(number);
    expect([ends, states.filter((state) => state.endsWith('cancelled'))]).toEqual([
      ['yes'],
      ['o-fire cancelled', 'o-traffic cancelled'],
    ]);
  }, 60_000);

  it('依次: one after another, until one disagrees', async () => {
    const number = await submit('order');
    await waiting(number, ['fire']);
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    await answer(number, 'housing', 'disagree');
    expect(await endOf(number)).toEqual({
      ends: ['refused'],
      opinions: ['agree', 'disagree', null],
      states: ['o-fire completed', 'o-housing completed'],
    });
  }, 60_000);

  it('a body is asked at its own desk alone', async () => {
    const number = await submit('all');
    await waiting(number, BODIES);
    const [fire] = await tasksOf(number);
    await expect(stage.tasks.claim(fire!.id, at('housing'))).rejects.toThrow();
  }, 60_000);

  it('a list that names no body stops with an incident, not with a lost task', async () => {
    const number = await stage.submit('all', { form: { bodies: [null] } });
    const code = await eventually('incident', async () => {
      const [row] = await stage.dataSource.query<{ code: string }[]>(
        `SELECT code FROM incident WHERE case_number = $1 AND state = 'open'`,
        [number],
      );
      return row?.code;
    });
    expect(code).toBe('expression-failed');
  }, 60_000);
});
