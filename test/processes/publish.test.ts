import type { DataSource } from 'typeorm';
import { publishForms } from '../../src/install/demonstration/publish-forms.js';
import { publishProcesses } from '../../src/install/demonstration/publish-processes.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { publishedModel } from '../../src/definitions/processes/index.js';
import { createTestDatabase } from '../servers/index.js';

describe('the demonstration’s processes', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase());
    await publishForms(dataSource);
  });
  afterAll(() => dataSource?.destroy());

  const versions = () =>
    dataSource.query<{ process_id: string; version: number; hash: string }[]>(
      `SELECT process_id, version, hash FROM process_version ORDER BY process_id, version`,
    );

  it('are published once, however often they are loaded', async () => {
    await publishProcesses(dataSource);
    const first = await versions();
    expect(first.map(({ process_id }) => process_id)).toEqual([
      'allowance',
      'benchmark',
      'catering-penalty',
      'counter-service',
      'fire-check',
      'fire-later-check',
      'food-licence',
      'forest-land',
      'forest-land-decision',
      'gaps',
      'highway-crossing',
      'item-entry',
      'licence-change',
      'newborn',
      'restaurant',
      'road-occupation',
      'shop-sign',
      'small-catering',
      'unresolved-matter',
    ]);
    await publishProcesses(dataSource);
    await expect(versions()).resolves.toEqual(first);
  });

  it('hold the processes they call as they were published, and name the others by their item', async () => {
    const fireCheck = await publishedModel(dataSource.manager, 'fire-check');
    expect(Object.keys(fireCheck.model.called)).toEqual(['fire-later-check']);
    const restaurant = await publishedModel(dataSource.manager, 'restaurant');
    expect(restaurant.model.called).toEqual({});
    expect(restaurant.name).toBe('开饭店一件事（主件）');
  });
});
