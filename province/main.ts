/** The stand-in for the province's platform, a process of its own. */
import { startProvince } from './server.js';
import { readSettings } from './settings.js';

/** One sentence to people, and the end. */
function giveUp(error: unknown): never {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = taken
    ? `端口 ${process.env.PROVINCE_PORT} 已被其他程序占用；请关闭它，或另设 PROVINCE_PORT。`
    : `省平台（模拟）未能启动：${reason}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const province = await Promise.resolve()
  .then(() => readSettings())
  .then(startProvince)
  .catch(giveUp);
process.stdout.write(`省平台（模拟）已启动：${province.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void province.close().then(() => process.exit(0)));
}
