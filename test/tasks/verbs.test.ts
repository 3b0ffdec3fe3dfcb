/** What handlers do with a task beside claiming and completing it, on real servers. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { type Actor } from '../../src/cases/commands/index.js';
import { openTask } from '../workflow/stage.js';
import {
  APPLICANT,
  BRANCH,
  codeOf,
  FIRE,
  H1,
  H2,
  H3,
  openTown,
  signing,
  stateOf,
  steps,
  type Town,
} from './town.js';

let town: Town;
beforeAll(async () => {
  town = await openTown({ stairs: { xml: steps } });
}, 120_000);
afterAll(() => town?.close());

const key = () => randomUUID();
const open = (number: string, element: string) => openTask(town.dataSource, number, element);

/** A case whose step is in the first handler's hands. */
async function at(element: 'window' | 'review' | 'decide'): Promise<[string, string]> {
  const number = await town.submit('stairs');
  for (const [step, outcome] of [['window'], ['review', 'pass']] as const) {
    if (step === element) break;
    await town.complete(number, step, { outcome, actor: H1 });
    if (step === 'review' && element === 'decide') break;
  }
  const task = await open(number, element);
  await town.tasks.claim(task, H1);
  return [number, task];
}

const complete = (task: string, actor: Actor, outcome?: string, opinion = '好') =>
  town.tasks.complete(task, actor, { outcome, opinion }, key());

const agrees = async (number: string) => {
  const { differences } = await verifyCases(town.dataSource, town.temporal, { numbers: [number] });
  expect(differences).toEqual([]);
};

const operations = (task: string) =>
  town.dataSource.query<{ kind: string; person_id: string }[]>(
    `SELECT kind, person_id FROM timeline WHERE task_id = $1 AND step = 0 ORDER BY id`,
    [task],
  );

describe('转办', () => {
  it('gives a task to a colleague, who completes it; its history tells of both', async () => {
    const [number, task] = await at('review');
    const once = key();
    const asked = { post: 'post-h2', reason: '出差' };
    await town.verbs.transfer(task, H1, asked, once);
    await town.verbs.transfer(task, H1, asked, once);
    expect(await stateOf(town.dataSource, task)).toMatchObject({ assignee: 'p-h2' });
    expect(await toldOf(task)).toEqual([['task-given', 'p-h2']]);
    expect(await codeOf(complete(task, H1, 'pass'))).toBe('task-claimed');
    await complete(task, H2, 'pass');
    expect((await operations(task)).map(({ kind }) => kind)).toEqual([
      'task-claim',
      'task-transfer',
    ]);
    await agrees(number);
  }, 60_000);

  it('gives it to another department of the line that may handle it, and to no other', async () => {
    const [, task] = await at('review');
    const to = (asked: { post?: string; department?: string }) =>
      codeOf(town.verbs.transfer(task, H1, { ...asked, reason: '属地' }, key()));
    expect(await to({ post: 'post-fire' })).toBe('department-may-not');
    expect(await to({})).toBe('transfer-to-whom');
    expect(await to({ post: 'post-h1' })).toBe('transfer-to-self');
    expect(await to({ department: 'o-branch' })).toBe('done');
    expect(await codeOf(complete(task, H1, 'pass'))).toBe('task-moved');
    await town.tasks.claim(task, BRANCH);
    await complete(task, BRANCH, 'pass');
  }, 60_000);

  it('leaves the body its own word: a decision stays in the department', async () => {
    const [, task] = await at('decide');
    expect(
      await codeOf(
        town.verbs.transfer(task, H1, { department: 'o-branch', reason: '属地' }, key()),
      ),
    ).toBe('act-of-the-body');
  }, 60_000);
});

/** Who was told of the task, as which occasion. */
async function toldOf(task: string): Promise<[string, string][]> {
  const rows = await town.dataSource.query<{ occasion: string; person: string }[]>(
    `SELECT occasion, person_id AS person FROM notification
      WHERE about_kind = 'task' AND about_id = $1 ORDER BY at`,
    [task],
  );
  return rows.map(({ occasion, person }) => [occasion, person]);
}

describe('委派', () => {
  it('comes back to who delegated it with an opinion, and only then is completed', async () => {
    const [number, task] = await at('review');
    await town.verbs.delegate(task, H1, { post: 'post-h2', reason: '请看' }, key());
    expect(await codeOf(complete(task, H2, 'pass'))).toBe('task-delegated');
    expect(await codeOf(complete(task, H1, 'pass'))).toBe('task-claimed');
    expect(await codeOf(town.tasks.release(task, H2))).toBe('task-delegated');
    await town.verbs.giveBack(task, H2, { opinion: '没有问题' }, key());
    expect(await stateOf(town.dataSource, task)).toMatchObject({
      assignee: 'p-h1',
      delegator: null,
    });
    expect(await toldOf(task)).toEqual([
      ['task-given', 'p-h2'],
      ['task-back', 'p-h1'],
    ]);
    await complete(task, H1, 'pass');
    await agrees(number);
  }, 60_000);

  it('is ended by who delegated it, and goes to nobody elsewhere', async () => {
    const [, task] = await at('review');
    expect(
      await codeOf(town.verbs.delegate(task, H1, { post: 'post-branch', reason: '看' }, key())),
    ).toBe('delegate-elsewhere');
    await town.verbs.delegate(task, H1, { post: 'post-h2', reason: '看' }, key());
    expect(await codeOf(town.verbs.endDelegation(task, H3, key()))).toBe('not-the-delegator');
    await town.verbs.endDelegation(task, H1, key());
    expect(await codeOf(town.verbs.giveBack(task, H2, { opinion: '晚了' }, key()))).toBe(
      'task-claimed',
    );
  }, 60_000);
});

describe('加签', () => {
  const ask = (
    task: string,
    place: 'before' | 'after',
    posts: string[],
    rule: 'all' | 'any' | 'in-order' | 'ratio' = 'all',
    ratio?: number,
  ) => town.verbs.signOff(task, H1, { place, rule, ratio, posts, reason: '请核' }, key());

  it('before: the task waits until everybody asked has agreed, across departments', async () => {
    const [number, task] = await at('review');
    await ask(task, 'before', ['post-h2', 'post-fire']);
    expect(await codeOf(complete(task, H1, 'pass'))).toBe('sign-off-open');
    expect(await codeOf(ask(task, 'before', ['post-h3']))).toBe('sign-off-open');
    const tasks = await signing(town.dataSource, task);
    await complete(tasks['p-h2']!, H2, 'agree');
    expect(await codeOf(complete(task, H1, 'pass'))).toBe('sign-off-open');
    expect(await codeOf(town.tasks.release(tasks['p-fire']!, FIRE))).toBe('task-personal');
    await complete(tasks['p-fire']!, FIRE, 'agree');
    await complete(task, H1, 'pass');
    await open(number, 'decide');
    await agrees(number);
  }, 60_000);

  it('before, any one: the first answer settles it and the others are asked no more', async () => {
    const [, task] = await at('review');
    await ask(task, 'before', ['post-h2', 'post-h3'], 'any');
    const tasks = await signing(town.dataSource, task);
    await complete(tasks['p-h3']!, H3, 'agree');
    expect(await signing(town.dataSource, task)).toEqual({});
    expect(await codeOf(complete(tasks['p-h2']!, H2, 'agree'))).toBe('task-not-open');
    await complete(task, H1, 'pass');
  }, 60_000);

  it('before, in order: one after the other, and who disagrees says why', async () => {
    const [, task] = await at('review');
    await ask(task, 'before', ['post-h3', 'post-h2'], 'in-order');
    const first = await signing(town.dataSource, task);
    expect(Object.keys(first)).toEqual(['p-h3']);
    await complete(first['p-h3']!, H3, 'agree');
    const second = await signing(town.dataSource, task);
    expect(Object.keys(second)).toEqual(['p-h2']);
    expect(await codeOf(complete(second['p-h2']!, H2, 'disagree', ' '))).toBe('opinion-missing');
    await complete(second['p-h2']!, H2, 'disagree', '缺一项');
    await complete(task, H1, 'pass');
  }, 60_000);

  it('after: the case goes on only when they agree, with what the handler had said', async () => {
    const [number, task] = await at('review');
    await ask(task, 'after', ['post-h2', 'post-h3', 'post-fire'], 'ratio', 0.6);
    expect(await signing(town.dataSource, task)).toEqual({});
    await complete(task, H1, 'pass');
    expect(await stateOf(town.dataSource, task)).toMatchObject({ state: 'open', held: true });
    await agrees(number);
    expect(await codeOf(complete(task, H1, 'correct'))).toBe('task-held');
    const tasks = await signing(town.dataSource, task);
    await complete(tasks['p-h2']!, H2, 'agree');
    expect(await stateOf(town.dataSource, task)).toMatchObject({ held: true });
    await complete(tasks['p-fire']!, FIRE, 'agree');
    await open(number, 'decide');
    expect(await stateOf(town.dataSource, task)).toMatchObject({ state: 'completed', held: false });
    expect(await codeOf(complete(tasks['p-h3']!, H3, 'agree'))).toBe('task-not-open');
    await agrees(number);
  }, 60_000);

  it('after: whoever disagrees gives the task back to its handler with what they wrote', async () => {
    const [number, task] = await at('review');
    await ask(task, 'after', ['post-h2']);
    await complete(task, H1, 'pass', '拟同意');
    const tasks = await signing(town.dataSource, task);
    await complete(tasks['p-h2']!, H2, 'disagree', '材料不符');
    expect(await stateOf(town.dataSource, task)).toMatchObject({
      ...{ state: 'open', held: false, assignee: 'p-h1' },
    });
    const [draft] = await town.dataSource.query(
      `SELECT outcome, opinion FROM task_draft WHERE task_id = $1`,
      [task],
    );
    expect(draft).toEqual({ outcome: 'pass', opinion: '拟同意' });
    await complete(task, H1, 'correct');
    await open(number, 'fix');
  }, 60_000);

  it('减签: who has not begun is taken away; the last one gone lets the case go on', async () => {
    const [number, task] = await at('review');
    await ask(task, 'after', ['post-h2', 'post-h3']);
    await complete(task, H1, 'pass');
    const tasks = await signing(town.dataSource, task);
    await complete(tasks['p-h2']!, H2, 'agree');
    const [{ id }] = await town.dataSource.query(`SELECT id FROM sign_off WHERE task_id = $1`, [
      task,
    ]);
    const remove = (position: number) =>
      codeOf(town.verbs.removeSigner(task, H1, { signOff: id, position, reason: '不必' }, key()));
    expect(await remove(0)).toBe('member-has-begun');
    expect(await remove(1)).toBe('done');
    // Nobody is told of their own doing.
    expect((await toldOf(task)).filter(([occasion]) => occasion === 'task-back')).toEqual([]);
    await open(number, 'decide');
    await agrees(number);
  }, 60_000);
});

describe('驳回', () => {
  it('goes to the previous step and into the hands of who did it; the case goes on from there', async () => {
    const [number, task] = await at('decide');
    await town.verbs.sendBack(task, H1, { to: 'previous', reason: '再核' }, key());
    const again = await open(number, 'review');
    expect(await stateOf(town.dataSource, again)).toMatchObject({ assignee: 'p-h1' });
    expect(await stateOf(town.dataSource, task)).toMatchObject({ state: 'cancelled' });
    await complete(again, H1, 'pass');
    await open(number, 'decide');
    await agrees(number);
  }, 60_000);

  it('goes to any earlier step and to the applicant, and names what it knows', async () => {
    const [number, task] = await at('decide');
    const targets = await town.verbs.sendBackTargets(task);
    expect(targets.map(({ element }) => element)).toEqual(['review', 'window', 'fix']);
    expect(await codeOf(town.verbs.sendBack(task, H1, { to: 'hand', reason: 'x' }, key()))).toBe(
      'no-way-back',
    );
    await town.verbs.sendBack(task, H1, { to: 'applicant', reason: '请补' }, key());
    const fix = await open(number, 'fix');
    await complete(fix, APPLICANT);
    const review = await open(number, 'review');
    await town.tasks.claim(review, H2);
    await town.verbs.sendBack(review, H2, { to: 'window', reason: '重收' }, key());
    await open(number, 'window');
    await agrees(number);
    const [line] = await town.dataSource.query(
      `SELECT name, person_id, opinion FROM timeline
        WHERE case_number = $1 AND kind = 'returned' ORDER BY id DESC LIMIT 1`,
      [number],
    );
    expect(line).toEqual({ name: '收件', person_id: 'p-h2', opinion: '重收' });
  }, 60_000);

  it('is refused once a decision stands', async () => {
    const [number, task] = await at('decide');
    await complete(task, H1, 'grant');
    const hand = await open(number, 'hand');
    await town.tasks.claim(hand, H1);
    expect(
      await codeOf(town.verbs.sendBack(hand, H1, { to: 'previous', reason: 'x' }, key())),
    ).toBe('already-decided');
  }, 60_000);
});

describe('拿回', () => {
  const recall = (task: string, actor: Actor) =>
    town.verbs.recall(task, actor, { reason: '填错' }, key());

  it('takes back what nobody has touched, once, and only by who did it', async () => {
    const [number, task] = await at('review');
    await complete(task, H1, 'pass');
    await open(number, 'decide');
    expect(await codeOf(recall(task, H2))).toBe('not-yours-to-recall');
    await recall(task, H1);
    const again = await open(number, 'review');
    expect(again).not.toBe(task);
    expect(await stateOf(town.dataSource, again)).toMatchObject({ assignee: 'p-h1' });
    expect(await codeOf(recall(task, H1))).toBe('moved-on');
    await complete(again, H1, 'correct');
    await open(number, 'fix');
    await agrees(number);
  }, 60_000);

  it('is refused when somebody has it, and when an act of the agency stands', async () => {
    const [number, task] = await at('review');
    await complete(task, H1, 'pass');
    const decide = await open(number, 'decide');
    await town.tasks.claim(decide, H2);
    expect(await codeOf(recall(task, H1))).toBe('moved-on');
    await complete(decide, H2, 'grant');
    await open(number, 'hand');
    expect(await codeOf(recall(decide, H2))).toBe('act-stands');
  }, 60_000);

  it('takes back what waits for those who sign after it; they are asked again the next time', async () => {
    const [number, task] = await at('review');
    const asked = {
      place: 'after' as const,
      rule: 'all' as const,
      posts: ['post-h2'],
      reason: '核',
    };
    await town.verbs.signOff(task, H1, asked, key());
    await complete(task, H1, 'correct');
    await recall(task, H1);
    expect(await signing(town.dataSource, task)).toEqual({});
    await complete(task, H1, 'pass');
    const tasks = await signing(town.dataSource, task);
    expect(await codeOf(complete(tasks['p-h2']!, H2, 'agree'))).toBe('done');
    await open(number, 'decide');
  }, 60_000);
});

describe('nobody decides alone on what they submitted themselves', () => {
  it('an applicant of the staff claims nothing of their own case, nor does a deputy for them', async () => {
    const number = await town.submit('stairs');
    await town.dataSource.query(`UPDATE cases SET applicant_id = 'p-h3' WHERE number = $1`, [
      number,
    ]);
    const task = await open(number, 'window');
    expect(await codeOf(town.tasks.claim(task, H3))).toBe('own-case');
    await town.tasks.claim(task, H1);
    expect(
      await codeOf(town.verbs.transfer(task, H1, { post: 'post-h3', reason: 'x' }, key())),
    ).toBe('own-case');
  }, 60_000);

  it('an agent collects but does not decide', async () => {
    const number = await town.submit('stairs');
    await town.dataSource.query(`UPDATE cases SET agent_id = 'p-h3' WHERE number = $1`, [number]);
    await town.complete(number, 'window', { actor: H3 });
    await town.complete(number, 'review', { actor: H3, outcome: 'pass' });
    expect(await codeOf(town.tasks.claim(await open(number, 'decide'), H3))).toBe('own-case');
  }, 60_000);
});
