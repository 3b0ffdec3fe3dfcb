/** The chain over the audit log, in a real database whose rows somebody with all rights tampers with. */
import type { DataSource } from 'typeorm';
import { audit, checkChain, sealWaiting } from '../../src/people/audit/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

let dataSource: DataSource;
beforeEach(async () => {
  dataSource = await openDatabase(await createTestDatabase());
});
afterEach(() => dataSource?.destroy());

const write = (target: string) =>
  audit(dataSource.manager, {
    person: 'p-1',
    act: 'case.read',
    target,
    outcome: 'done',
    detail: { z: 1, a: '壹' },
  });
const seal = () => dataSource.transaction((manager) => sealWaiting(manager));
const check = () => checkChain(dataSource.manager);

/** As one who owns the tables can: the triggers and keys that guard them do not run. */
const tamper = (sql: string) =>
  dataSource.transaction(async (manager) => {
    await manager.query(`SET LOCAL session_replication_role = replica`);
    await manager.query(sql);
  });

async function writeSealed(count: number): Promise<void> {
  for (let place = 1; place <= count; place += 1) await write(`case:${place}`);
  await seal();
}

it('an untouched log has no faults, also when it was sealed in several goes', async () => {
  await writeSealed(3);
  await writeSealed(2);
  const { checked, head, faults } = await check();
  expect({ checked, sequence: head.sequence, faults }).toEqual({
    checked: 5,
    sequence: 5,
    faults: [],
  });
});

it('tells the one line that was changed, whatever column', async () => {
  await writeSealed(4);
  for (const change of [
    `target = 'case:9'`,
    `detail = '{}'`,
    `at = at + interval '1 microsecond'`,
  ]) {
    await tamper(`UPDATE audit SET ${change} WHERE id = 2`);
    expect((await check()).faults).toEqual([{ what: 'changed', sequence: 2, line: '2' }]);
    await tamper(`DELETE FROM audit_seal; DELETE FROM audit_unsealed`);
    await tamper(`INSERT INTO audit_unsealed SELECT id FROM audit`);
    await seal();
    expect((await check()).faults).toEqual([]);
  }
});

it('tells a line that was taken out, alone or with its seal', async () => {
  await writeSealed(4);
  await tamper(`DELETE FROM audit WHERE id = 3`);
  expect((await check()).faults).toEqual([{ what: 'missing', sequence: 3, line: '3' }]);
  await tamper(`DELETE FROM audit_seal WHERE audit_id = 3`);
  expect((await check()).faults).toEqual([{ what: 'missing', sequence: 3, line: null }]);
});

it('tells lines whose order was changed', async () => {
  await writeSealed(4);
  await tamper(
    `UPDATE audit SET target = 'case:' || (5 - right(target, 1)::int) WHERE id IN (2, 3)`,
  );
  expect((await check()).faults).toEqual([
    { what: 'changed', sequence: 2, line: '2' },
    { what: 'changed', sequence: 3, line: '3' },
  ]);
});

it('tells a line that was slipped in past the trigger', async () => {
  await writeSealed(1);
  await tamper(`INSERT INTO audit (at, act, target, outcome)
    VALUES (now() - interval '1 day', 'case.read', 'case:1', 'done')`);
  expect((await check()).faults).toEqual([{ what: 'unsealed', sequence: null, line: '2' }]);
});

it('finds a chain computed anew, or cut off at its end, by a head that was kept elsewhere', async () => {
  await writeSealed(3);
  const { head } = await check();
  await tamper(`DELETE FROM audit_seal WHERE sequence = 3; DELETE FROM audit WHERE id = 3`);
  expect((await check()).faults).toEqual([]);
  const { faults } = await checkChain(dataSource.manager, head);
  expect(faults).toEqual([{ what: 'other-head', sequence: 3, line: null }]);
});

it('two who seal at once make one chain', async () => {
  for (let place = 0; place < 20; place += 1) await write(`case:${place}`);
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  expect(await check()).toMatchObject({ checked: 20, faults: [] });
});

it('the database refuses to change, delete or empty the log and its chain', async () => {
  await writeSealed(1);
  for (const table of ['audit', 'audit_seal'])
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
      await expect(dataSource.query(statement)).rejects.toThrow('append-only');
  await expect(dataSource.query(`UPDATE audit SET act = 'x'`)).rejects.toThrow('append-only');
});
