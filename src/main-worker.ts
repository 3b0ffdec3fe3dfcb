/** The worker process: case workflows and adapters. */
import 'reflect-metadata';
import { searchAttributes } from '../workflows/search-attributes.js';
import { createAdapterActivities } from '../activities/index.js';
import { caseActivities } from '../activities/case-activities.js';
import { StuckCases } from './cases/index.js';
import { migrationNames } from './install/index.js';
import { answers, openDatabase } from './platform/database/index.js';
import { readConfig } from './platform/config.js';
import { startHeartbeat } from './platform/heartbeat.js';
import { createLogger } from './platform/observability/logger.js';
import { tellFigures } from './platform/observability/meter.js';
import { openOperationsDoor } from './platform/observability/operations-server.js';
import { tellProcess } from './platform/observability/process-figures.js';
import { startTracing } from './platform/observability/trace.js';
import { requirePostgres, requireTemporal } from './platform/requirements/index.js';
import { untilTogether, whenApart } from './platform/stores/index.js';
import { openTemporal, temporalAnswers } from './platform/temporal/index.js';
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
const flushSpans = startTracing('worker');
const logger = createLogger('worker');
const config = readConfig();
const dataSource = await openDatabase(
  config.databaseUrl,
  config.payloadKeys,
  config.digestKey,
).catch(giveUp);
await requirePostgres(dataSource, migrationNames).catch(giveUp);
const temporal = openTemporal(config);
await requireTemporal(temporal.connection, config.temporalNamespace, searchAttributes).catch(
  giveUp,
);
await untilTogether(dataSource, temporal, (sentence) => logger.warn(sentence)).catch(giveUp);
const queues = process.env.WORKER_QUEUES?.split(',') ?? ALL_QUEUES;
const models = verifiedModels(dataSource);
const workers = await startWorkers({
  config,
  models,
  caseActivities: caseActivities(dataSource, config),
  adapterActivities: createAdapterActivities({ dataSource, config, models }),
  stuckNotes: new StuckCases(dataSource),
  queues,
  near: queues,
}).catch(giveUp);
if (config.operationsAddress) {
  tellProcess(dataSource);
  await openOperationsDoor(config.operationsAddress, {
    ready: async () => {
      const [database, reached] = await Promise.all([
        answers(dataSource),
        temporalAnswers(temporal),
      ]);
      return { database, temporal: reached && workers.polling() };
    },
    metrics: tellFigures,
  }).catch(giveUp);
}
logger.info('ready');

// Started again, it waits until they belong together once more.
const watched = whenApart(dataSource, temporal, () => {
  logger.fatal('数据库与流程引擎的数据不再一致，工作进程退出');
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void workers.shutdown());
}
try {
  await workers.done;
} finally {
  watched();
  await temporal.connection.close();
  await dataSource.destroy();
  await flushSpans();
}
