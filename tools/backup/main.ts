/**
 * `npm run backup -- DIR`: everything the platform on `DATA_DIR` keeps, while it works.
 * `npm run backup -- --into DIR --keep N`: one more in DIR, named by its time, of which N stay.
 */
import { join } from 'node:path';
import { lockOwner } from '../embedded/file-lock.js';
import { isRunning } from '../embedded/process-identity.js';
import { PidFiles } from '../start/pid-files.js';
import { embeddedEngine, platformConfig } from '../start/running.js';
import { loadDotEnv, readSettings } from '../start/settings.js';
import { engineUrls } from './engine-urls.js';
import { interruption } from './interruption.js';
import { dropOldest } from './kept.js';
import { readBackupRequest } from './request.js';
import { takeBackup, type Engine } from './take.js';

function engineOf(dataDir: string): Engine {
  const urls = engineUrls();
  if (urls.length > 0) return { urls };
  const file = embeddedEngine(dataDir);
  if (!file) return null;
  const server = {
    running: () => {
      const found = new PidFiles(join(dataDir, 'pids')).all().get('temporal');
      return found && isRunning(found) ? found : undefined;
    },
    kept: () => {
      const supervisor = lockOwner(join(dataDir, 'supervisor.lock'));
      return supervisor !== undefined && isRunning(supervisor);
    },
  };
  return { file, server };
}

const signal = interruption();
try {
  loadDotEnv();
  const { folder, keep } = readBackupRequest(process.argv.slice(2), Date.now());
  const { dataDir } = readSettings();
  const source = { dataDir, config: platformConfig(dataDir), engine: engineOf(dataDir) };
  await takeBackup(source, folder, signal);
  console.log(`已备份到 ${folder}；其中有个人信息和密钥，请妥善保管。`);
  if (source.engine === null)
    console.log(
      'Temporal 不在其中（不是内置的，也没有设置 TEMPORAL_DATABASE_URLS）；恢复时按数据表重建工作流。',
    );
  if (keep)
    for (const name of await dropOldest(keep.in, keep.newest)) console.log(`删除了旧备份 ${name}`);
} catch (error) {
  console.error(`没有备份成功：${(error as Error).message}`);
  process.exitCode = 1;
}
