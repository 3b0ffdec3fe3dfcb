import { Connection } from '@temporalio/client';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase, createTestNamespace, testServers } from './index.js';

describe('the servers of the tests', () => {
  it('give each caller a database of its own with every migration applied', async () => {
    const urls = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(new Set(urls).size).toBe(2);
    const database = await openDatabase(urls[0]!);
    expect(await database.showMigrations()).toBe(false);
    await database.destroy();
  });

  it('load a seed once and copy it into every database that asks for it', async () => {
    let loaded = 0;
    const seed = {
      name: 'seed_of_this_test',
      load: async () => {
        loaded += 1;
      },
    };
    await createTestDatabase(seed);
    await createTestDatabase(seed);
    expect(loaded).toBe(1);
  });

  it('give each caller a Temporal namespace that knows the search attributes of a case', async () => {
    const namespaces = [await createTestNamespace(), await createTestNamespace()];
    expect(new Set(namespaces).size).toBe(2);
    const connection = await Connection.connect({ address: testServers().temporalAddress });
    const { count } = await connection.workflowService.countWorkflowExecutions({
      namespace: namespaces[0]!,
      query: 'CaseItem = "none" and LeadDepartment = "none"',
    });
    expect(Number(count)).toBe(0);
    await connection.close();
  });
});
