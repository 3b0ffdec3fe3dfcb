/** Builds the web pages when their sources changed since they were built last. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../embedded/running.js';
import type { Service } from './service.js';
import { ROOT } from './settings.js';

const BUILT = join(ROOT, 'web', 'dist');
const STAMP = join(BUILT, '.sources');
/** What the pages are made of. */
const SOURCES = ['web', 'bpmn', 'package-lock.json'];

/** The step of a start that builds the pages; none when the built ones are up to date. */
export function webBuild(): Service[] {
  if (!existsSync(join(ROOT, 'web', 'index.html'))) return [];
  const sources = hashOf(SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return [];
  return [
    {
      name: 'web-build',
      title: '构建网页',
      start: async ({ env, log, onLaunch }) => {
        const unfinished = join(ROOT, 'dist', `web-${process.pid}`);
        const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
        const running = await launch({
          command: process.execPath,
          args: [vite, 'build', 'web', '--outDir', unfinished, '--emptyOutDir'],
          cwd: ROOT,
          env: { ...env, NODE_ENV: 'production' },
          log,
          onLaunch,
        });
        return {
          ...running,
          exited: running.exited.then((end) => moveIn(end, unfinished, sources)),
        };
      },
    },
  ];
}

/** The same without a start. @throws Error, with the place of what was said, when it fails */
export async function buildWeb(): Promise<void> {
  for (const service of webBuild()) {
    const folder = mkdtempSync(join(tmpdir(), 'onestop-build-'));
    const log = join(folder, 'web-build.log');
    console.log(`${service.title}……`);
    const ignored = () => undefined;
    const { exited } = await service.start({
      env: process.env,
      log,
      onLaunch: ignored,
      say: ignored,
    });
    if ((await exited).code !== 0) throw new Error(`网页没有构建成功，经过见 ${log}`);
    rmSync(folder, { recursive: true });
  }
}

/** The finished pages take the old ones' place in one moment, so two starts do not disturb. */
function moveIn<T extends { code: number | null }>(end: T, unfinished: string, sources: string): T {
  if (end.code === 0) {
    writeFileSync(join(unfinished, '.sources'), sources);
    rmSync(BUILT, { recursive: true, force: true });
    renameSync(unfinished, BUILT);
  }
  return end;
}

/** SHA-256 over names and contents of all files, built ones and packages left out. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (path.endsWith('.json') || path.includes('.')) {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0');
      return;
    }
    for (const entry of readdirSync(full, { withFileTypes: true }).sort(byName)) {
      if (['dist', 'node_modules'].includes(entry.name)) continue;
      if (entry.isDirectory()) add(join(path, entry.name));
      else
        hash
          .update(join(path, entry.name))
          .update('\0')
          .update(readFileSync(join(full, entry.name)));
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
