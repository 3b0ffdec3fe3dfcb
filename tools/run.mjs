/**
 * Runs a TypeScript entry of the project: `node tools/run.mjs ENTRY [args]`.
 * Plain JavaScript without dependencies, because on a fresh clone nothing is installed yet:
 * it installs the packages first when the lock file changed since the last install.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lock');
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const lockHash = sha256(readFileSync(join(root, 'package-lock.json')));
/** Held by the one run that installs; outside the project, whose package folder npm empties. */
const installing = join(tmpdir(), `onestop-install-${sha256(root).slice(0, 16)}`);

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash;

/** Installs the packages unless the lock file is the one installed last. Progress goes to stderr. */
async function installPackages() {
  while (!isInstalled()) {
    if (!takeInstalling()) {
      await pause(500);
      continue;
    }
    try {
      if (!isInstalled()) installNow();
    } finally {
      rmSync(installing, { force: true });
    }
  }
}

function installNow() {
  process.stderr.write('正在安装依赖包，首次约需几分钟 (installing packages)…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    rmSync(installing, { force: true });
    process.stderr.write('依赖包安装失败，请检查网络与 npm 源后重试 (npm ci failed).\n');
    process.exit(1);
  }
  writeFileSync(stamp, lockHash);
}

/** Whether this run is the one to install; the mark of a run that died is taken away. */
function takeInstalling() {
  try {
    writeFileSync(installing, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(existsSync(installing) && readFileSync(installing, 'utf8')))) {
      rmSync(installing, { force: true });
    }
    return false;
  }
}

function isAlive(pid) {
  try {
    // 0 would mean our own group: an empty mark, of a run about to write its number.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node.js 20.19 以上，当前为 ${process.versions.node}。\n`);
  process.exit(1);
}
await installPackages();

const { builtProgram } = await import('./build/program.mjs');
const [entry, ...args] = process.argv.slice(2);
const file = await builtProgram(relative(root, resolve(root, entry))).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const oneSentence = new URL('./command-line/one-sentence.mjs', import.meta.url).href;
const child = spawn(process.execPath, ['--import', oneSentence, file, ...args], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env: { TZ: 'Asia/Shanghai', ...process.env, ONESTOP_STARTER: String(process.pid) },
});
// Ctrl-C reaches the child through the terminal; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
// When npm itself was killed nobody could stop the child any more.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
