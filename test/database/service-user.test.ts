/** What the user that serves cannot do, however it asks; that all else runs as it every test of the API shows. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { grantService, migrationNames } from '../../src/install/schema/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { requirePostgres } from '../../src/platform/requirements/index.js';
import { createTestDatabase, PAYLOAD_KEYS, serviceUrl, testServers } from '../servers/index.js';

let owner: DataSource;
let service: DataSource;
beforeAll(async () => {
  const url = await createTestDatabase();
  owner = await openDatabase(url);
  service = await openDatabase(serviceUrl(url), PAYLOAD_KEYS);
  await service.query(`INSERT INTO audit (act, target, outcome) VALUES ('a', 't', 'done')`);
});
afterAll(async () => {
  await service?.destroy();
  await owner?.destroy();
});

const FORBIDDEN: [what: string, statement: string][] = [
  ['change an audit line', `UPDATE audit SET act = 'b'`],
  ['delete audit lines', `DELETE FROM audit`],
  ['empty the audit log', `TRUNCATE audit`],
  ['change a seal', `UPDATE audit_seal SET digest = ''`],
  ['switch the audit triggers off', `ALTER TABLE audit DISABLE TRIGGER ALL`],
  ['switch one of them off', `ALTER TABLE audit DISABLE TRIGGER audit_only_grows`],
  ['drop a trigger', `DROP TRIGGER audit_only_grows ON audit`],
  ['switch all triggers off for itself', `SET session_replication_role = replica`],
  [
    'replace what a trigger does',
    `CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger
      LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
  ],
  ['drop a table', `DROP TABLE cases CASCADE`],
  ['empty a table', `TRUNCATE cases CASCADE`],
  ['alter a table', `ALTER TABLE cases ADD COLUMN more text`],
  [
    'hang a trigger of its own on a table',
    `CREATE TRIGGER mine BEFORE INSERT ON audit
      FOR EACH ROW EXECUTE FUNCTION audit_only_grows()`,
  ],
  ['make a table', `CREATE TABLE mine (id int)`],
  ['make a function', `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  ['make a user', `CREATE ROLE mine SUPERUSER`],
  ['become the owner', `SET ROLE postgres`],
  ['give itself rights', `ALTER ROLE onestop_service SUPERUSER`],
  ['say that a migration was done', `INSERT INTO migration (timestamp, name) VALUES (1, 'x')`],
  ['read files of the server', `SELECT pg_read_file('/etc/passwd')`],
  ['run programs on the server', `COPY audit TO PROGRAM 'true'`],
];

it.each(FORBIDDEN)('cannot %s', async (_, statement) => {
  await expect(service.query(statement)).rejects.toThrow(
    /permission denied|must be (owner|superuser)|only roles|append-only/i,
  );
});

it('has what a program needs, and a name', async () => {
  await requirePostgres(service, migrationNames);
  await expect(grantService(owner, 'x; DROP TABLE cases')).rejects.toThrow('不是数据库用户名');
});

it('is made for an installation with the owner and Temporal’s own', async () => {
  const text = readFileSync(
    new URL('../../operations/postgres/users.sql', import.meta.url),
    'utf8',
  );
  const suffix = `_${process.pid}`;
  const statements = text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(
      /\b(onestop_owner|onestop_app|temporal_visibility|temporal|onestop)\b/g,
      `$1${suffix}`,
    )
    .replaceAll(/:'(\w+)'/g, `'$1'`)
    .split(';')
    .filter((statement) => statement.trim() !== '');
  const administrator = new pg.Client({ connectionString: testServers().databaseUrl });
  await administrator.connect();
  for (const statement of statements) await administrator.query(statement);
  const { rows: mayRestore } = await administrator.query<{ who: string }>(
    `SELECT rolname AS who FROM pg_roles
      WHERE rolname LIKE '%' || $1 AND has_parameter_privilege(rolname, 'session_replication_role', 'SET')
      ORDER BY 1`,
    [suffix],
  );
  expect(mayRestore).toEqual([{ who: `onestop_owner${suffix}` }, { who: `temporal${suffix}` }]);
  await administrator.end();
  const as = async (user: string, password: string, database: string) => {
    const url = Object.assign(new URL(testServers().databaseUrl), {
      username: user + suffix,
      password,
      pathname: `/${database}${suffix}`,
    });
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query('CREATE TABLE made (id int)');
      return 'makes tables';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  };
  const makes = 'makes tables';
  expect(await as('onestop_owner', 'owner_password', 'onestop')).toBe(makes);
  expect(await as('onestop_app', 'app_password', 'onestop')).toMatch(/^permission denied/);
  expect(await as('temporal', 'temporal_password', 'temporal')).toBe(makes);
  await expect(as('temporal', 'temporal_password', 'onestop')).rejects.toThrow('permission denied');
  await expect(as('onestop_app', 'app_password', 'temporal')).rejects.toThrow('permission denied');
});
