/** Deputies and copies: who sees and handles a task without its being theirs. */
import { randomUUID } from 'node:crypto';
import { Copies } from '../../src/handling/tasks/copies.js';
import { Deputies } from '../../src/handling/tasks/deputies.js';
import { openTask } from '../workflow/stage.js';
import { codeOf, FIRE, H1, H2, H3, openTown, stateOf, steps, type Town } from './town.js';

let town: Town;
let deputies: Deputies;
beforeAll(async () => {
  town = await openTown({ stairs: { xml: steps } });
  deputies = new Deputies(town.dataSource);
}, 120_000);
afterAll(() => town?.close());

const key = () => randomUUID();

/** The day so many days from today, in the city. */
async function day(offset: number): Promise<string> {
  const [row] = await town.dataSource.query<{ day: string }[]>(
    `SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + $1::int)::text AS day`,
    [offset],
  );
  return row!.day;
}

describe('代理', () => {
  const name = async (deputy: string, from: number, to: number, id = key()) =>
    codeOf(
      deputies.name(H1, { deputy, from: await day(from), to: await day(to), reason: '休假' }, id),
    );

  it('lets the deputy complete what is in the principal’s hands, on these days only, and names both', async () => {
    const number = await town.submit('stairs');
    const task = await openTask(town.dataSource, number, 'window');
    await town.tasks.claim(task, H1);
    const complete = () => codeOf(town.tasks.complete(task, H2, { opinion: '代办' }, key()));
    expect(await name('post-h2', 1, 2)).toBe('done');
    expect(await complete()).toBe('task-claimed');
    const [later] = await deputies.list(H1.personId);
    await deputies.revoke(H1, later!.id);
    expect(await name('post-h2', 0, 2)).toBe('done');
    expect(await complete()).toBe('done');
    const [line] = await town.dataSource.query(
      `SELECT l.person_id AS person, t.assignee_person AS principal FROM timeline l
         JOIN task t ON t.id = l.task_id WHERE l.task_id = $1 AND l.kind = 'task-completed'`,
      [task],
    );
    expect(line).toEqual({ person: 'p-h2', principal: 'p-h1' });
    const [audited] = await town.dataSource.query(
      `SELECT person_id, detail ->> 'inNameOf' AS "inNameOf" FROM audit
        WHERE act = 'task.complete' AND target = $1`,
      [`task:${task}`],
    );
    expect(audited).toEqual({ person_id: 'p-h2', inNameOf: 'p-h1' });
  }, 60_000);

  it('is refused to oneself, elsewhere, backwards and twice at once', async () => {
    expect(await name('post-h1', 5, 6)).toBe('deputy-is-oneself');
    expect(await name('post-fire', 5, 6)).toBe('deputy-elsewhere');
    expect(await name('post-h3', 6, 5)).toBe('deputy-dates');
    expect((await Promise.all([name('post-h3', 10, 12), name('post-h2', 11, 13)])).sort()).toEqual([
      'deputy-overlaps',
      'done',
    ]);
  }, 60_000);

  it('gives no deputy of a deputy', async () => {
    const number = await town.submit('stairs');
    const task = await openTask(town.dataSource, number, 'window');
    await town.tasks.claim(task, H1);
    await deputies.name(
      H2,
      { deputy: 'post-h3', from: await day(0), to: await day(1), reason: '' },
      key(),
    );
    expect(await codeOf(town.tasks.complete(task, H3, {}, key()))).toBe('task-claimed');
    expect(await stateOf(town.dataSource, task)).toMatchObject({ assignee: 'p-h1' });
  }, 60_000);
});

describe('抄送', () => {
  it('reaches a person once, and keeps when it was read', async () => {
    const copies = new Copies(town.dataSource);
    const number = await town.submit('stairs');
    const task = await openTask(town.dataSource, number, 'window');
    await town.tasks.claim(task, H1);
    const send = (note = '请知悉') =>
      town.verbs.copy(task, H1, { posts: ['post-fire'], note }, key());
    const told = async () => {
      const rows = await town.dataSource.query<unknown[]>(
        `SELECT 1 FROM notification WHERE occasion = 'copied' AND about_id = $1 AND person_id = $2`,
        [task, FIRE.personId],
      );
      return rows.length;
    };
    await Promise.all([send(), send()]);
    expect(await told()).toBe(1);
    const [copy, ...more] = await copies.list(FIRE.personId, true);
    expect([copy?.note, more]).toEqual(['请知悉', []]);
    await copies.read(FIRE.personId, copy!.id);
    expect(await copies.list(FIRE.personId, true)).toEqual([]);
    expect(await codeOf(copies.read(H2.personId, copy!.id))).toBe('copy-not-found');
    expect(await codeOf(town.tasks.complete(task, FIRE, {}, key()))).toBe(
      'task-of-another-department',
    );
    // Another note is news; so is a copy that was recalled.
    await send('补充材料已到');
    expect(await told()).toBe(2);
    await town.dataSource.query(`UPDATE task_copy SET recalled_at = now() WHERE id = $1`, [
      copy!.id,
    ]);
    await send('补充材料已到');
    expect(await told()).toBe(3);
  }, 60_000);
});
