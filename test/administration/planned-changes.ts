/** Changes for a day to come: done on it, taken back before it, and what becomes of bad ones. */
import { randomUUID } from 'node:crypto';
import { PlannedChanges } from '../../src/administration/changes/index.js';
import { Round } from '../../src/platform/recurring/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import { code, type Keepers, type Performed, type Problem, registerOf } from './register.js';

/** @param keepers are there once the tests run */
export function describePlannedChanges(keepers: () => Keepers): void {
  const { day, planned, stateOf } = registerOf(() => keepers().stage);
  const change = (by: Session, id: string, body: object) =>
    by.call<Performed & Problem>('PUT', `/api/organisations/${id}`, body);
  const read = (id: string) => keepers().city.get<object>(`/api/organisations/${id}`);
  describe('a planned change', () => {
    const row = (act: string, asked: object | null) =>
      keepers()
        .stage.dataSource.query<{ id: string }[]>(
          `INSERT INTO register_change (id, kind, key, act, asked, valid_from, state)
         VALUES (gen_random_uuid(), 'organisation', 'o-210381-water', $1, $2, current_date - 1, 'waiting')
         RETURNING id`,
          [act, JSON.stringify(asked)],
        )
        .then(([one]) => one!.id);

    test('that is none stands in no other’s way', async () => {
      const [unknown, broken] = [await row('evaporate', {}), await row('change', null)];
      const { body } = await change(keepers().county, 'o-210381-emergency', {
        name: '海城市应急局',
        validFrom: await day(1),
      });
      await keepers().stage.dataSource.query(
        `UPDATE register_change SET valid_from = current_date WHERE id = $1`,
        [body.change],
      );
      const told: string[] = [];
      const round = new Round(new AbortController().signal, (item) => told.push(item));
      expect(await keepers().stage.app.get<PlannedChanges>(PlannedChanges).run(round)).toBe(false);
      expect(await stateOf(body.change)).toMatchObject({ state: 'applied' });
      expect(await stateOf(unknown)).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining('organisation.evaporate'),
      });
      // Our own fault is told to who operates, and tried again.
      expect(told).toEqual([`change ${broken}`]);
      expect(await stateOf(broken)).toMatchObject({ state: 'waiting' });
      await keepers().stage.dataSource.query(`DELETE FROM register_change WHERE id = $1`, [broken]);
    });

    test('is done within what its maker keeps on its day', async () => {
      const id = 'o-210381-finance';
      const { body } = await change(keepers().county, id, {
        name: '海城市财政所',
        validFrom: await day(1),
      });
      expect((await change(keepers().city, id, { vertical: true })).status).toBe(200);
      await planned();
      expect(await stateOf(body.change)).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining('不在您管理的'),
      });
      expect(await read(id)).toMatchObject({ name: '海城市财政局' });
      expect((await change(keepers().city, id, { vertical: false })).status).toBe(200);
    });

    test('of the city’s is no county’s to take back, nor anybody’s on its day', async () => {
      const id = 'o-210381-education';
      const { body } = await change(keepers().city, id, {
        name: '海城市教体局',
        validFrom: await day(1),
      });
      const withdraw = (by: Session) => by.call('DELETE', `/api/register-changes/${body.change}`);
      expect(code(await withdraw(keepers().county))).toBe('403 set-above');
      await keepers().stage.dataSource.query(
        `UPDATE register_change SET valid_from = current_date WHERE id = $1`,
        [body.change],
      );
      expect(code(await withdraw(keepers().city))).toBe('409 change-not-waiting');
      await planned();
      expect(await stateOf(body.change)).toMatchObject({ state: 'applied' });
    });

    test('pressed again is told what it was told first, and is not planned again', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const asked = { name: '海城市林业局', validFrom: await day(1) };
      const press = () =>
        keepers().county.call<Performed>(
          'PUT',
          '/api/organisations/o-210381-agriculture',
          asked,
          headers,
        );
      const { body } = await press();
      await keepers().county.call('DELETE', `/api/register-changes/${body.change}`);
      expect((await press()).body).toEqual(body);
      expect(await stateOf(body.change)).toMatchObject({ state: 'withdrawn' });
    });
  });
}
