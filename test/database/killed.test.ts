/** What callers hear when PostgreSQL dies in the middle of what they do: come again, and never "error". */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { problemOf } from '../../src/platform/http/problem.js';
import { startPostgres, type Postgres } from '../../tools/embedded/postgres.js';

const CALLERS = 20;
const DEATHS = 4;

const folder = mkdtempSync(join(tmpdir(), 'onestop-killed-'));
const dir = join(folder, 'database');
let server: Postgres;
let database: DataSource;
beforeAll(async () => {
  server = await startPostgres({ dir });
  database = await openDatabase(server.url);
  await database.query('CREATE TABLE counted (id int PRIMARY KEY, times int)');
  await database.query('INSERT INTO counted SELECT id, 0 FROM generate_series(1, 50) id');
}, 200_000);
afterAll(async () => {
  await database?.destroy();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Some statements in a transaction, some of them waiting for another caller's, and one by itself. */
async function work(caller: number): Promise<void> {
  await database.transaction(async (manager) => {
    await manager.query('SELECT times FROM counted WHERE id = $1 FOR UPDATE', [1 + (caller % 7)]);
    for (let statement = 0; statement < 4; statement += 1)
      await manager.query('UPDATE counted SET times = times + 1 WHERE id = $1', [10 + caller]);
    await manager.transaction((inner) => inner.query('SELECT pg_notify($1, $2)', ['a', 'b']));
  });
  await database.query('SELECT count(*) FROM counted WHERE id > $1', [caller]);
}

it('whatever a caller is at when PostgreSQL dies, the answer is 503', async () => {
  const answers = new Map<string, number>();
  let over = false;
  const working = Array.from({ length: CALLERS }, async (_, caller) => {
    while (!over) {
      await work(caller).catch(async (error: Error) => {
        answers.set(`${error.name}: ${error.message}`, problemOf(error, '/').status);
        await pause(5);
      });
    }
  });
  for (let death = 0; death < DEATHS; death += 1) {
    await pause(100 + 50 * death); // a moment that falls differently in what they do each time
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    server = await startPostgres({ dir, port: server.port });
  }
  over = true;
  await Promise.all(working);
  expect(answers.size).toBeGreaterThan(0);
  expect([...answers].filter(([, status]) => status !== 503)).toEqual([]);
}, 120_000);
