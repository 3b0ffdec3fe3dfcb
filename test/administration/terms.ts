/** Posts for a time: how a term ends, is taken back, and what is in the hands of a post that is over. */
import type { Session } from '../../tools/session/sign-in.js';
import type { handsOf, Preview } from './hands.js';
import { code, type Keepers, type Performed, registerOf } from './register.js';

/** @param keepers are there once the tests run */
export function describeTerms(
  keepers: () => Keepers,
  { task, inHands }: ReturnType<typeof handsOf>,
): void {
  const { day, planned, stateOf } = registerOf(() => keepers().stage);
  const call = (by: Session, path: string, body: object = {}) =>
    by.call<Performed>('POST', `/api/${path}`, body);
  describe('a term', () => {
    const HEALTH = 'o-210381-health';
    const post = 'post-hc-health-1';
    const member = (id: string) =>
      keepers().county.get<{
        posts: { id: string; validTo: string | null; held: boolean }[];
        unfinished: string[];
      }>(`/api/staff/${id}`);
    const of = async (id: string, which: string) =>
      (await member(id)).posts.find((one) => one.id === which);
    const end = (which: string, more: object = {}) =>
      call(keepers().county, `posts/${which}/end`, { reason: '调离', ...more });
    const withdraw = (by: Session, change: string) =>
      by.call('DELETE', `/api/register-changes/${change}`);
    const inHealth = (more: Record<string, unknown>, applicant?: string) =>
      task({ department_id: HEALTH, ...more }, applicant);
    const hers = { assignee_person: 'p-hc-health', assignee_post: post, claimed_at: 'now' };

    test('that is over hands nothing on: it ends like any post, and comes back as it was', async () => {
      const validTo = await day(30);
      const given = await call(keepers().county, 'staff/p-hc-hr/posts', {
        ...{ organisation: HEALTH, role: 'handler', title: '借调', validTo },
      });
      const hr = given.body.key;
      const sooner = await end(hr, { validFrom: await day(1) });
      expect(await of('p-hc-hr', hr)).toMatchObject({ validTo: await day(1) });
      // Nobody prolongs by planning a later end.
      expect(code(await end(hr, { validFrom: await day(9) }))).toBe('422 post-ended');
      expect(await of('p-hc-hr', hr)).toMatchObject({ validTo: await day(1) });
      expect((await withdraw(keepers().county, sooner.body.change)).status).toBe(204);
      expect(await of('p-hc-hr', hr)).toMatchObject({ validTo });
      const waiting = await keepers().stage.dataSource.query(
        `SELECT valid_from::text AS day FROM register_change
        WHERE key = $1 AND act = 'end' AND state = 'waiting' ORDER BY 1`,
        [hr],
      );
      expect(waiting).toEqual([{ day: validTo }]);
    });

    test('planned to end is not prolonged by who ends, nor once it is over', async () => {
      const other = await keepers().stage.as('admin2');
      const own = await call(other, 'posts/post-admin-1/end', {
        ...{ reason: '离任', validFrom: await day(2) },
      });
      expect(code(await withdraw(keepers().city, own.body.change))).toBe('422 own-post');
      expect((await withdraw(other, own.body.change)).status).toBe(204);
      const [leaver, later] = ['post-hc-finance-1', await day(2)];
      const planned = await end(leaver, { validFrom: later });
      expect((await end(leaver)).body.state).toBe('applied');
      expect(code(await withdraw(keepers().county, planned.body.change))).toBe(
        '409 change-not-waiting',
      );
      expect(await of('p-hc-finance', leaver)).toMatchObject({
        validTo: await day(0),
        held: false,
      });
      expect(code(await end(leaver, { validFrom: later }))).toBe('422 post-ended');
    });

    test('gives up no task that nobody may take, and no decision to who was delegated', async () => {
      // The one colleague is the applicant of one of the two.
      const [, own] = [await inHealth(hers), await inHealth(hers, 'p-hc-hr')];
      const refused = await end(post);
      expect(code(refused)).toBe('422 nobody-left');
      expect((refused.body as unknown as { detail: string }).detail).toContain('1 个任务');
      await keepers().stage.dataSource.query(`UPDATE task SET state = 'cancelled' WHERE id = $1`, [
        own,
      ]);
      const out = await inHealth({
        ...{ assignee_person: 'p-hc-insurance', delegator_person: 'p-hc-health' },
        delegator_post: post,
      });
      expect(code(await end(post))).toBe('422 name-a-colleague');
      expect(await inHands(out)).toMatchObject({ delegator: 'p-hc-health' });
      await keepers().stage.dataSource.query(`UPDATE task SET state = 'cancelled' WHERE id = $1`, [
        out,
      ]);
    });

    test('whose end failed on its day is over, and its tasks are handed over after', async () => {
      const leaving = await end(post, { validFrom: await day(1) });
      const late = await inHealth({ ...hers, data: '{"personal":true}' });
      await planned(leaving.body.change);
      expect(await stateOf(leaving.body.change)).toMatchObject({ state: 'failed' });
      // The day that was written comes, and the tasks are still there.
      await keepers().stage.dataSource.query(
        `UPDATE post SET valid_to = current_date - 1 WHERE id = $1`,
        [post],
      );
      expect((await member('p-hc-health')).unfinished).toEqual([post]);
      const { colleagues } = await keepers().county.get<Preview>(`/api/posts/${post}/hand-over`);
      expect(colleagues).toHaveLength(1);
      const ended = await end(post, { successor: colleagues[0]!.post });
      expect(ended.body).toMatchObject({ state: 'applied' });
      expect(await inHands(late)).toMatchObject({ who: 'p-hc-hr' });
      expect(await of('p-hc-health', post)).toMatchObject({ validTo: await day(-1) });
      expect((await member('p-hc-health')).unfinished).toEqual([]);
      expect(code(await end(post))).toBe('422 post-ended');
    });
  });
}
