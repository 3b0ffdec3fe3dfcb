/** A platform of three tiny processes, to try the supervisor itself. */
import { Progress } from '../../../tools/start/progress.js';
import { startPlatform } from '../../../tools/start/platform.js';
import { program } from '../../../tools/start/services.js';
import { readSettings } from '../../../tools/start/settings.js';

const progress = new Progress();
const settings = readSettings();
const part = (name: string) => program(name, name, `test/chaos/stand-in/${name}.ts`);
try {
  await startPlatform(
    settings,
    async () => ({
      servers: [part('server')],
      preparations: [part('preparation')],
      apps: [part('worker'), part('web')],
      health: [`http://127.0.0.1:${settings.port}/api/health`],
    }),
    progress,
  );
  progress.print(`已就绪：${settings.publicUrl}`);
} catch (error) {
  process.stderr.write(`无法启动：${(error as Error).message}\n`);
  process.exit(1);
}
