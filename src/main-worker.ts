/** The worker process: case workflows and adapters. */
import 'reflect-metadata';
import { createAdapterActivities } from '../activities/index.js';
import { caseActivities } from '../activities/case-activities.js';
import { StuckCases } from './cases/index.js';
import { openDatabase } from './platform/database/index.js';
import { readConfig } from './platform/config.js';
import { startHeartbeat } from './platform/heartbeat.js';
import { verifiedModels } from './worker/verified-models.js';
import { ALL_QUEUES, startWorkers } from './worker/worker.js';

startHeartbeat();
const config = readConfig();
const dataSource = await openDatabase(config.databaseUrl);
const workers = await startWorkers({
  config,
  models: verifiedModels(dataSource),
  caseActivities: caseActivities(dataSource, config),
  adapterActivities: createAdapterActivities({ dataSource, config }),
  stuckNotes: new StuckCases(dataSource),
  queues: process.env.WORKER_QUEUES?.split(',') ?? ALL_QUEUES,
});
console.log('worker ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void workers.shutdown());
}
try {
  await workers.done;
} finally {
  await dataSource.destroy();
}
