/** `npm start`: the whole platform on this machine, from nothing, until Ctrl-C. */
import { mkdirSync } from 'node:fs';
import { accountTable } from './accounts.js';
import { startPlatform } from './platform.js';
import { Progress } from './progress.js';
import { keepEnvironment } from './running.js';
import { onestop } from './services.js';
import { loadDotEnv, readSettings } from './settings.js';

const progress = new Progress();
try {
  loadDotEnv();
  const settings = readSettings();
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 });
  const { env } = await startPlatform(settings, () => onestop(settings), progress);
  keepEnvironment(settings.dataDir, env);
  progress.print(`\n一网通办平台已就绪：${settings.publicUrl}\n`);
  progress.print(accountTable());
  progress.print(`\n数据与日志在 ${settings.dataDir}；按 Ctrl-C 停止。`);
} catch (error) {
  process.stderr.write(`无法启动：${(error as Error).message}\n`);
  process.exit(1);
}
