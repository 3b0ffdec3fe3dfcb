/** What the API remembers of its database is forgotten when it changes: at once in the process that changed it. */
import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { Remembered, rememberReads } from '../../src/platform/database/remembered.js';
import { createTestDatabase } from '../servers/index.js';

let here: DataSource;
let elsewhere: DataSource;
beforeAll(async () => {
  const url = await createTestDatabase();
  here = await openDatabase(url);
  elsewhere = await openDatabase(url);
  await rememberReads(here);
  await here.query(
    `INSERT INTO organisation (id, name, kind, level) VALUES ('o', '一', 'department', 'city')`,
  );
}, 60_000);
afterAll(async () => {
  await here?.destroy();
  await elsewhere?.destroy();
});

const names = new Remembered<string>(['organisation'], 3600);
let reads = 0;

const name = (dataSource: DataSource) =>
  names.get(dataSource.manager, 'o', async () => {
    reads += 1;
    const [row] = await dataSource.query<{ name: string }[]>(
      `SELECT name FROM organisation WHERE id = 'o'`,
    );
    return row!.name;
  });

const rename = (dataSource: DataSource, to: string) =>
  dataSource.query(`UPDATE organisation SET name = $1 WHERE id = 'o'`, [to]);

it('is read once', async () => {
  reads = 0;
  expect([await name(here), await name(here), await name(here)]).toEqual(['一', '一', '一']);
  expect(reads).toBe(1);
});

it('is never the old one after this process changed it, on whichever connection', async () => {
  for (let round = 0; round < 100; round += 1) {
    await Promise.all([name(here), name(here), here.query(`SELECT 1`)]);
    await rename(here, `第${round}`);
    expect(await name(here)).toBe(`第${round}`);
  }
});

it('is heard of soon when another process changes it', async () => {
  await name(here);
  await rename(elsewhere, '二');
  const deadline = Date.now() + 10_000;
  while ((await name(here)) !== '二') {
    if (Date.now() > deadline) throw new Error('not heard of');
    await setImmediate(); // What is remembered is answered without I/O: nothing else would be heard meanwhile.
  }
});

it('is not kept when it changed while it was read', async () => {
  await rename(here, '三');
  const read = names.get(here.manager, 'o', async () => {
    await rename(here, '四');
    return '三';
  });
  expect(await read).toBe('三');
  expect(await name(here)).toBe('四');
});

it('is read each time where no connection listens', async () => {
  reads = 0;
  await name(elsewhere);
  await name(elsewhere);
  expect(reads).toBe(2);
});

it('is forgotten when the connections are lost', async () => {
  await name(here);
  await elsewhere.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  reads = 0;
  await name(here);
  expect(reads).toBe(1);
});
