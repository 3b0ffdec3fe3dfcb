/** `npm run restore -- DIR [--epoch N]`: puts a backup back on `DATA_DIR`; the platform must not run. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../embedded/file-lock.js';
import { PidFiles } from '../start/pid-files.js';
import { loadDotEnv, readSettings } from '../start/settings.js';
import { engineUrls } from './engine-urls.js';
import { Displaced } from './exchange.js';
import { interruption } from './interruption.js';
import { restore, type Restored } from './put-back.js';
import { readRestoreRequest } from './request.js';

function tell({ manifest, aside, epochKnown, done }: Restored): void {
  console.log(`已恢复到 ${new Date(manifest.takenAt).toLocaleString('zh-CN')} 的状态。`);
  if (aside) console.log(`原有数据移到了 ${aside}；确认无误后可以删除。`);
  if (done) {
    const { epoch, report } = done;
    console.log(`第 ${epoch} 纪元；备份时正在进行的 ${report.rebuilt} 件办件已按数据表重建。`);
    for (const caseNumber of report.unknown) console.log(`数据表中没有的办件已停止：${caseNumber}`);
  }
  if (!epochKnown)
    console.log(
      '备份之后是否又恢复过，从现有数据中看不出来。若备份之后发出的办件编号第 15 位比新的纪元大，' +
        '请再加 --epoch 运行一次（大于其中最大的）。',
    );
  console.log(
    done
      ? '现在可以启动平台。'
      : '请启动 Temporal 和平台，再运行 npm run verify -- --repair；在此之前平台不受理。',
  );
}

const { env } = process;
const signal = interruption();
try {
  loadDotEnv();
  const { folder, epoch } = readRestoreRequest(process.argv.slice(2));
  const { dataDir } = readSettings();
  const target = {
    dataDir,
    storageDir: env.STORAGE_DIR || join(dataDir, 'files'),
    databaseUrl: env.DATABASE_URL || undefined,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
    temporalNamespace: env.TEMPORAL_NAMESPACE || 'default',
    payloadKeys: env.PAYLOAD_KEYS || undefined,
    engineUrls: engineUrls(),
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const lock = join(dataDir, 'supervisor.lock');
  if (!takeLock(lock) && !takeLock(lock))
    throw new Error(`数据目录 ${dataDir} 上的平台正在运行；请先停止它。`);
  process.once('exit', () => rmSync(lock, { force: true }));
  // What a killed supervisor left behind would write into what is put back.
  await new PidFiles(join(dataDir, 'pids')).endOrphans(['temporal', 'postgres']);
  tell(await restore(folder, target, { epoch, signal, say: console.error }));
} catch (error) {
  const untouched = error instanceof Displaced ? '' : '，原有数据没有动';
  console.error(`没有恢复成功${untouched}：${(error as Error).message}`);
  process.exitCode = 1;
}
