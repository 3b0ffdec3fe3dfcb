/** How the audit log is searched when it has grown long. */
import type { DataSource, EntityManager } from 'typeorm';
import { searchAudit } from '../../src/people/audit-search/audit-queries.js';
import type { AuditQuery } from '../../src/people/audit-search/audit.dto.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

const LINES = 100_000;

let database: DataSource;
beforeAll(async () => {
  database = await openDatabase(await createTestDatabase());
  await database.query(
    `INSERT INTO audit (at, person_id, act, target, outcome, address, trace)
     SELECT now() - make_interval(secs => n), 'p-' || n % 500, 'case.read', 'case:' || n % 5000, 'done',
            '10.0.' || n % 20 || '.' || n % 200, md5((n / 5)::text)
       FROM generate_series(1, ${LINES}) AS n`,
  );
  await database.query(`ANALYZE audit`);
}, 60_000);
afterAll(() => database?.destroy());

/** The nodes of the plan by which the search reads the audit log itself. */
async function planOf(query: Partial<AuditQuery>): Promise<string> {
  let plan = '';
  const explaining = {
    query: async (text: string, values: unknown[]) => {
      const rows = await database.query<Record<string, string>[]>(`EXPLAIN ${text}`, values);
      plan = rows.map((row) => row['QUERY PLAN']!).join('\n');
      return [];
    },
  };
  await searchAudit(explaining as unknown as EntityManager, query as AuditQuery);
  return plan;
}

it.each([
  ['trace', 'audit_trace', { trace: 'c4ca4238a0b923820dcc509a6f75849b' }],
  ['address', 'audit_address', { address: '10.0.1.1' }],
  ['target', 'audit_target', { target: 'case:1' }],
  ['time', 'audit_at', { from: new Date().toISOString() }],
])('finds lines by their %s through an index', async (_, index, query) => {
  const plan = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on audit /);
});
