/** The worker process: case workflows and adapters. */
import 'reflect-metadata';
import { createAdapterActivities } from '../activities/index.js';
import { caseActivities } from '../activities/case-activities.js';
import { StuckCases } from './cases/index.js';
import { migrationNames } from './install/index.js';
import { answers, openDatabase } from './platform/database/index.js';
import { readConfig } from './platform/config.js';
import { startHeartbeat } from './platform/heartbeat.js';
import { openOperationsDoor } from './platform/observability/operations-server.js';
import { requirePostgres } from './platform/requirements/index.js';
import { startWatchdog } from './platform/watchdog.js';
import { verifiedModels } from './worker/verified-models.js';
import { ALL_QUEUES, startWorkers } from './worker/worker.js';

/** One sentence to people, and the end; whoever started this process starts it again. */
function giveUp(error: unknown): never {
  process.stderr.write(
    `工作进程未能启动：${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}

startHeartbeat();
startWatchdog();
const config = readConfig();
const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys).catch(giveUp);
await requirePostgres(dataSource, migrationNames).catch(giveUp);
const workers = await startWorkers({
  config,
  models: verifiedModels(dataSource),
  caseActivities: caseActivities(dataSource, config),
  adapterActivities: createAdapterActivities({ dataSource, config }),
  stuckNotes: new StuckCases(dataSource),
  queues: process.env.WORKER_QUEUES?.split(',') ?? ALL_QUEUES,
}).catch(giveUp);
if (config.operationsAddress)
  await openOperationsDoor(config.operationsAddress, {
    ready: async () => ({ database: await answers(dataSource), temporal: workers.polling() }),
  }).catch(giveUp);
console.log('worker ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void workers.shutdown());
}
try {
  await workers.done;
} finally {
  await dataSource.destroy();
}
