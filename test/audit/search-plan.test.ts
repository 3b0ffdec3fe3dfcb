/** How the audit log is searched when it has grown long. */
import type { DataSource, EntityManager } from 'typeorm';
import { searchAudit } from '../../src/people/audit-search/audit-queries.js';
import { exported, requireExportable } from '../../src/people/audit-search/export.js';
import type { AuditQuery } from '../../src/people/audit-search/audit.dto.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

const LINES = 100_000;
const PART = 10_000;

/** Tables whose rows no line of the audit log names: what is done to them names the case, or a task. */
const NAMED_BY_THEIR_CASE: Readonly<Record<string, string>> = {
  archive_package: 'case',
  benefit_entitlement: 'case',
  bringing_over_line: 'case',
  case_collection: 'case',
  case_migration_outcome: 'case',
  case_pause: 'case',
  case_replanning: 'nobody’s act: the calendar’s',
  case_step: 'case',
  command: 'case',
  earlier_archive_package: 'case',
  exchange_record: 'case',
  finished_step: 'case',
  inspection: 'task',
  item_comment: 'case',
  item_entry: 'item, whose draft is handed in',
  legal_move: 'case',
  message: 'case, once it is received',
  notification_text: 'occasion',
  open_step: 'case',
  outbound_call: 'case',
  payment: 'case',
  rating: 'case',
  recurring_report: 'nobody’s act',
  regulation: 'case',
  result_delivery: 'case',
  sealed_document: 'case',
  signal_delivery: 'case',
  signed_promise: 'case',
  stored_file: 'file, by the case’s materials',
  stuck_activation: 'case',
  subscription: 'case',
  task_copy: 'task',
  thrown: 'case',
  timeline: 'case',
  urge: 'case',
};

let database: DataSource;
beforeAll(async () => {
  database = await openDatabase(await createTestDatabase());
  // A part at a time: each within the time that a statement may take.
  for (let from = 1; from <= LINES; from += PART)
    await database.query(
      `INSERT INTO audit (at, person_id, act, target, outcome, address, trace)
     SELECT now() - make_interval(secs => n), 'p-' || n % 500, 'case.read', 'case:' || n % 5000, 'done',
            '10.0.' || n % 20 || '.' || n % 200, md5((n / 5)::text)
       FROM generate_series($1::int, $2::int) AS n`,
      [from, from + PART - 1],
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

it('knows of each table with a case’s number whether lines name its rows', async () => {
  let text = '';
  const reading = {
    query: (asked: string) => Promise.resolve(((text = asked), [])),
  };
  await searchAudit(reading as unknown as EntityManager, { case: '1' } as AuditQuery);
  const tables = await database.query<{ name: string }[]>(
    `SELECT c.table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.column_name = 'case_number' AND c.table_schema = 'public'
        AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const forgotten = tables
    .map(({ name }) => name)
    .filter((name) => !new RegExp(`FROM ${name}\\b`).test(text) && !(name in NAMED_BY_THEIR_CASE));
  expect(forgotten).toEqual([]);
});

it('exports no more than one file holds, and says so before the first line', async () => {
  const query = { act: 'case.read' } as AuditQuery;
  await expect(requireExportable(database.manager, query)).rejects.toMatchObject({
    code: 'audit-export-too-long',
    message: expect.stringContaining('50000'),
  });
  const here = { address: '10.0.1.1' } as AuditQuery;
  const count = await requireExportable(database.manager, here);
  let text = '';
  for await (const part of exported(database.manager, here)) text += String(part);
  expect(text.trimEnd().split('\r\n')).toHaveLength(count + 1);
  expect(count).toBe(LINES / 200);
});

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
