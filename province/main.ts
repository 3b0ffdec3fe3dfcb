/** The stand-in for the province's platform, a process of its own. */
import { startProvince } from './server.js';
import { readSettings } from './settings.js';

const province = await startProvince(readSettings());
process.stdout.write(`省平台（模拟）已启动：${province.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void province.close().then(() => process.exit(0)));
}
