/**
 * Runs a TypeScript entry of the project: `node tools/run.mjs ENTRY [args]`.
 * Plain JavaScript without dependencies, because on a fresh clone nothing is installed yet:
 * it installs the packages first when the lock file changed since the last install.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lock');

/** Installs the packages unless the lock file is the one installed last. Progress goes to stderr. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('正在安装依赖包 (installing packages)…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    process.stderr.write('依赖包安装失败，请检查网络与 npm 源后重试 (npm ci failed).\n');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node.js 20.19 以上，当前为 ${process.versions.node}。\n`);
  process.exit(1);
}
installPackages();

const [entry, ...args] = process.argv.slice(2);
const child = spawn(
  process.execPath,
  ['--import', '@swc-node/register/esm-register', join(root, entry), ...args],
  { cwd: process.cwd(), stdio: 'inherit', env: { TZ: 'Asia/Shanghai', ...process.env } },
);
// Ctrl-C reaches the child through the terminal; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
