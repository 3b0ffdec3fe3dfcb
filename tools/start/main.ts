/** `npm start`: the whole platform on this machine, from nothing, until Ctrl-C. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accountTable } from './accounts.js';
import { startPlatform } from './platform.js';
import { Progress } from './progress.js';
import { keepEnvironment } from './running.js';
import { onestop } from './services.js';
import { loadDotEnv, readSettings } from './settings.js';

/** What the one administrator of an empty city does first. */
const FIRST_STEPS = `这是一座空城，只有一位管理员：账号 admin，口令 onestop（省统一身份认证的演示替身）。
登录后选择管理员岗位，打开“机构人员”：登记区划、设立机构、任命人员，再发布事项。
逐步说明见 docs/guides/set-up-a-city.md。`;

const progress = new Progress();
try {
  loadDotEnv();
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
  const settings = readSettings(process.env, values.empty);
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 });
  const { env } = await startPlatform(settings, () => onestop(settings), progress);
  keepEnvironment(settings.dataDir, env);
  progress.print(`\n一网通办平台已就绪：${settings.publicUrl}\n`);
  progress.print(settings.empty ? FIRST_STEPS : accountTable());
  progress.print(`\n数据与日志在 ${settings.dataDir}；按 Ctrl-C 停止。`);
} catch (error) {
  process.stderr.write(`无法启动：${(error as Error).message}\n`);
  process.exit(1);
}
