/**
 * 会签 (all, or a ratio), 或签 and 依次 as a diagram draws them: a multi-instance user task over the
 * bodies asked, each at its own desk, with a completion condition on their answers.
 */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import type { Actor } from '../../src/cases/commands/index.js';
import { BY_HANDLER, caseWhen, diagram, eventually, openStage, type Stage } from './stage.js';

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
    then: {
      xml: asking('then', `${AGREED} &gt;= 2`)
        .replace('<endEvent id="yes"/>', `<userTask id="after" ${BY_HANDLER}/><endEvent id="yes"/>`)
        .replace('targetRef="yes">', 'targetRef="after">')
        .replace(
          '<sequenceFlow id="no"',
          '<sequenceFlow id="f4" sourceRef="after" targetRef="yes"/><sequenceFlow id="no"',
        ),
    },
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
  const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
    numbers: [number],
  });
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

  const recall = (task: string, by: Body) => stage.tasks.recall(task, at(by), { reason: '再核' });
  const votedBy = async (number: string, body: Body) =>
    (await tasksOf(number)).find(
      ({ department, state }) => department === `o-${body}` && state === 'completed',
    )!.id;
  const inHandsOf = async (number: string, body: Body) => {
    const [row] = await stage.dataSource.query<{ id: string; person: string | null }[]>(
      `SELECT id, assignee_person AS person FROM task
        WHERE case_number = $1 AND department_id = $2 AND state = 'open'`,
      [number, `o-${body}`],
    );
    return row;
  };

  it('one takes back their own vote while the round is open, and has it again; the others stand', async () => {
    const number = await submit('ratio');
    await waiting(number, BODIES);
    await answer(number, 'fire', 'agree');
    await answer(number, 'housing', 'disagree');
    const mine = await votedBy(number, 'fire');
    await expect(recall(mine, 'housing')).rejects.toMatchObject({ code: 'not-yours-to-recall' });
    await recall(mine, 'fire');
    await waiting(number, ['fire', 'traffic']);
    expect(await inHandsOf(number, 'fire')).toMatchObject({ person: 'p-fire' });
    await expect(recall(mine, 'fire')).rejects.toMatchObject({ code: 'round-over' });
    await answer(number, 'traffic', 'agree');
    await waiting(number, ['fire']);
    await answer(number, 'fire', 'agree');
    const { ends, opinions } = await endOf(number);
    expect([ends, opinions]).toEqual([['refused'], ['agree', 'disagree', 'agree']]);
  }, 60_000);

  it('a vote cannot be taken back once the round is over', async () => {
    const number = await submit('then');
    await waiting(number, BODIES);
    await answer(number, 'fire', 'agree');
    await answer(number, 'traffic', 'agree');
    await expect(recall(await votedBy(number, 'fire'), 'fire')).rejects.toMatchObject({
      code: 'round-over',
    });
  }, 60_000);

  it('依次: who is asked next sends it back to who was asked before, and it comes on again', async () => {
    const number = await submit('order');
    await waiting(number, ['fire']);
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    const next = (await inHandsOf(number, 'housing'))!.id;
    await stage.tasks.claim(next, at('housing'));
    const targets = await stage.tasks.sendBackTargets(next);
    expect(targets.map(({ to, name }) => [to, name])).toEqual([
      ['sign#0', '会签（第 1 位：fire）'],
    ]);
    const asked = { to: 'previous', reason: '附件不清' };
    await stage.tasks.sendBack(next, at('housing'), asked, randomUUID());
    await waiting(number, ['fire']);
    expect(await inHandsOf(number, 'fire')).toMatchObject({ person: 'p-fire' });
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    await answer(number, 'housing', 'agree');
    await waiting(number, ['traffic']);
    await answer(number, 'traffic', 'agree');
    expect((await endOf(number)).opinions).toEqual(['agree', 'agree', 'agree']);
  }, 60_000);

  it('依次: one takes back what one said while the next has not taken it up', async () => {
    const number = await submit('order');
    await waiting(number, ['fire']);
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    await recall(await votedBy(number, 'fire'), 'fire');
    await waiting(number, ['fire']);
    await answer(number, 'fire', 'agree');
    await waiting(number, ['housing']);
    await stage.tasks.claim((await inHandsOf(number, 'housing'))!.id, at('housing'));
    const [, second] = (await tasksOf(number)).filter(({ department }) => department === 'o-fire');
    await expect(recall(second!.id, 'fire')).rejects.toMatchObject({ code: 'round-over' });
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
