/**
 * `npm run verify`: compares every open case's workflow with the tables, and looks for messages and
 * signals that went astray; exit 1 when there is a difference.
 */
import 'reflect-metadata';
import { verifyCases } from '../../src/cases/index.js';
import { checkCorrelation } from '../../src/correlation/index.js';
import { openDatabase } from '../../src/database/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../start/running.js';

const config = platformConfig();
const dataSource = await openDatabase(config.databaseUrl);
const temporal = openTemporal(config);
try {
  const { checked, differences } = await verifyCases(dataSource, temporal);
  const astray = await checkCorrelation(dataSource.manager);
  for (const difference of [...differences, ...astray]) console.log(JSON.stringify(difference));
  const count = differences.length + astray.length;
  console.log(`${checked} cases checked, ${count} differences`);
  process.exitCode = count > 0 ? 1 : 0;
} finally {
  await temporal.connection.close();
  await dataSource.destroy();
}
