/** The marks of the two stores, written by many processes at once. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { createTestDatabase, createTestNamespace, testServers } from '../servers/index.js';

const PROCESSES = 3;
/** How late a process's word may come to Temporal, ms. */
const LATE = 40;

let databases: DataSource[] = [];
let connection: Connection;
let namespace: string;
beforeAll(async () => {
  const url = await createTestDatabase();
  namespace = await createTestNamespace();
  databases = await Promise.all(Array.from({ length: PROCESSES }, () => openDatabase(url)));
  connection = await Connection.connect({ address: testServers().temporalAddress });
}, 60_000);
afterAll(async () => {
  await connection?.close();
  for (const database of databases) await database.destroy();
});

/** One process's: what it tells Temporal gets there some time later. */
function marksOf(database: DataSource): StoreMarks {
  const client = new Client({ connection, namespace });
  const { workflowService } = client;
  const late = Object.create(workflowService) as typeof workflowService;
  late.describeNamespace = workflowService.describeNamespace.bind(workflowService);
  late.updateNamespace = (async (request: object) => {
    await pause(Math.random() * LATE);
    return workflowService.updateNamespace(request);
  }) as typeof workflowService.updateNamespace;
  const slow = { workflowService: late, options: client.options };
  return new StoreMarks(database, slow as unknown as Client);
}

async function forget(): Promise<void> {
  await databases[0]!.query(`DELETE FROM store_mark`);
  const data = { 'onestop.mark': '' };
  await connection.workflowService.updateNamespace({ namespace, updateInfo: { data } });
}

it('are of one time, whoever sets the first, moves on or begins an epoch meanwhile', async () => {
  const all = databases.map(marksOf);
  for (let round = 0; round < 4; round++) {
    await forget();
    const standings = await Promise.all(
      all.map(async (marks) => {
        const standing = await marks.standing();
        await marks.advance();
        return standing;
      }),
    );
    expect(standings).toEqual(all.map(() => 'together'));
    expect(await all[0]!.standing()).toBe('together');
    const [first, second] = await Promise.all([
      all[0]!.beginEpoch(),
      all[1]!.beginEpoch(),
      all[2]!.advance(),
    ]);
    expect(Math.abs(first - second)).toBe(1);
    expect(await all[0]!.standing()).toBe('together');
  }
}, 60_000);
