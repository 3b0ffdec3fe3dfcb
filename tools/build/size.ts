/** `npm run size`: builds the pages and holds each to what it may weigh (`.size-limit.mjs`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../start/settings.js';
import { buildWeb } from '../start/web-build.js';

await buildWeb();
const sizeLimit = join(ROOT, 'node_modules', 'size-limit', 'bin.js');
const { status } = spawnSync(process.execPath, [sizeLimit], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
