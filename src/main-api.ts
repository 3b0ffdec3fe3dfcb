/** The API process: REST, OpenAPI, sign-on, the built web. Stateless; N of them may run. */
import 'reflect-metadata';
import { createApi } from './api.js';
import { readConfig } from './platform/config.js';
import { startHeartbeat } from './platform/heartbeat.js';
import { createLogger } from './platform/observability/logger.js';

/** One sentence to people, and the end. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  startHeartbeat();
  const config = readConfig();
  const logger = createLogger('api');
  const app = await createApi({ config, logger });
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
