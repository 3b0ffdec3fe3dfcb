/** `npm run backup -- DIR`: everything the platform on `DATA_DIR` keeps, while it works. */
import { loadDotEnv, readSettings } from '../start/settings.js';
import { platformConfig } from '../start/running.js';
import { engineUrls } from './engine-urls.js';
import { takeBackup } from './take.js';

const [folder, ...more] = process.argv.slice(2);
if (!folder || more.length > 0) {
  console.error('用法：npm run backup -- 文件夹');
  process.exit(2);
}
try {
  loadDotEnv();
  const { dataDir } = readSettings();
  await takeBackup({ dataDir, config: platformConfig(), engineUrls: engineUrls() }, folder);
  console.log(`已备份到 ${folder}；其中有个人信息和密钥，请妥善保管。`);
} catch (error) {
  console.error(`没有备份成功：${(error as Error).message}`);
  process.exitCode = 1;
}
