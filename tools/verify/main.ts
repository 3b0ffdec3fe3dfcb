/** `npm run verify`: compares every open case's workflow with the tables; exit 1 when they differ. */
import 'reflect-metadata';
import { verifyCases } from '../../src/cases/index.js';
import { openDatabase } from '../../src/database/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../start/running.js';

const config = platformConfig();
const dataSource = await openDatabase(config.databaseUrl);
const temporal = openTemporal(config);
try {
  const { checked, differences } = await verifyCases(dataSource, temporal);
  for (const difference of differences) console.log(JSON.stringify(difference));
  console.log(`${checked} cases checked, ${differences.length} differences`);
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  await temporal.connection.close();
  await dataSource.destroy();
}
