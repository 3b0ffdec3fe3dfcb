/** The API process: REST, OpenAPI, sign-on, the built web. Stateless; N of them may run. */
import 'reflect-metadata';
import { createApi } from './api.js';
import { DataSource } from 'typeorm';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { migrationNames } from './install/index.js';
import { Figures, Health, TemporalFitness } from './operations/index.js';
import { readConfig, type Config } from './platform/config.js';
import { startHeartbeat } from './platform/heartbeat.js';
import { createLogger } from './platform/observability/logger.js';
import { tellFigures } from './platform/observability/meter.js';
import { openOperationsDoor } from './platform/observability/operations-server.js';
import { tellProcess } from './platform/observability/process-figures.js';
import { startTracing } from './platform/observability/trace.js';
import { requirePostgres, Unfit } from './platform/requirements/index.js';
import { startWatchdog } from './platform/watchdog.js';

/** One sentence to people, and the end. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * What is missing is made or ends the start with its sentence. Temporal may be away: then it is looked
 * at again and again (TemporalFitness), and callers are told.
 */
async function requireServers(app: NestExpressApplication, logger: Logger): Promise<void> {
  await requirePostgres(app.get(DataSource), migrationNames);
  await app
    .get(TemporalFitness)
    .look()
    .catch((error: unknown) => {
      if (error instanceof Unfit) throw error;
      logger.warn(`Temporal is away: ${String(error)}`);
    });
}

async function openDoor({ operationsAddress }: Config, app: NestExpressApplication): Promise<void> {
  if (!operationsAddress) return;
  const health = app.get(Health);
  tellProcess(app.get(DataSource));
  app.get(Figures).tell();
  await openOperationsDoor(operationsAddress, {
    ready: async () => ({ ...(await health.ready()) }),
    metrics: tellFigures,
  });
}

async function main(): Promise<void> {
  startHeartbeat();
  startWatchdog();
  const flushSpans = startTracing('api');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void flushSpans());
  const config = readConfig();
  const logger = createLogger('api');
  const app = await createApi({ config, logger });
  await requireServers(app, logger);
  await openDoor(config, app);
  await app.listen(config.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      giveUp(`端口 ${config.port} 已被其他程序占用；请关闭它，或用 PORT=其他端口 启动。`);
    }
    if (error.code === 'EACCES') {
      giveUp(`没有权限使用端口 ${config.port}；请用 PORT=1024 以上的端口启动。`);
    }
    throw error;
  });
  logger.info({ port: config.port }, 'listening');
}

main().catch((error: unknown) => {
  giveUp(`API 未能启动：${error instanceof Error ? error.message : String(error)}`);
});
