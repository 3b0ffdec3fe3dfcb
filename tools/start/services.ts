/** What the platform consists of: the embedded servers, and our own processes. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram, isBuilt } from '../build/program.mjs';
import { isFree, keptPort } from '../embedded/ports.js';
import { startPostgres } from '../embedded/postgres.js';
import { launch } from '../embedded/running.js';
import { startTemporal } from '../embedded/temporal.js';
import type { Plan } from './platform.js';
import { keptSecrets } from './secrets.js';
import type { Service, Started, StartOf } from './service.js';
import { ROOT, withoutEmpty, type Settings } from './settings.js';
import { webBuild } from './web-build.js';

const PROGRAMS = [
  'src/main-migrate.ts',
  'src/main-first-administrator.ts',
  'src/main-worker.ts',
  'src/main-api.ts',
  'src/main-compute.ts',
  'province/main.ts',
];

/** The whole platform; servers and stand-in that the environment names are left to it. */
export async function onestop(settings: Settings): Promise<Plan> {
  const { env, dataDir, empty } = settings;
  const ports = join(dataDir, 'ports.json');
  const provincePort = Number(env.PROVINCE_PORT) || (await keptPort(ports, 'province'));
  const standIn = !env.PROVINCE_URL;
  Object.assign(env, {
    ...keptSecrets(dataDir),
    ...withoutEmpty(env),
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: dataDir,
    STORAGE_DIR: env.STORAGE_DIR || join(dataDir, 'files'),
    PROVINCE_PORT: String(provincePort),
    PROVINCE_URL: env.PROVINCE_URL || `http://localhost:${provincePort}`,
    WEB_DIR: env.WEB_DIR || join(ROOT, 'web', 'dist'),
    // A city's own database holds a city's own affairs.
    DEMONSTRATION: env.DEMONSTRATION || (env.DATABASE_URL || empty ? 'off' : 'on'),
    // All processes are of one release here, and exchanged together.
    NEWEST_BEHAVIOUR: env.NEWEST_BEHAVIOUR || 'on',
    TZ: 'Asia/Shanghai',
  });
  return {
    servers: [
      ...(env.DATABASE_URL ? [] : [postgres(settings, ports)]),
      ...(env.TEMPORAL_ADDRESS ? [] : [temporal(dataDir, Number(env.TEMPORAL_PORT), ports)]),
    ],
    builds: [...webBuild(), ...programBuild(PROGRAMS)],
    preparations: [
      program('migrate', '更新数据库结构、载入随版本的数据', 'src/main-migrate.ts'),
      ...(empty ? [firstAdministrator()] : []),
    ],
    apps: [
      ...(standIn ? [program('province', '省平台（演示替身）', 'province/main.ts')] : []),
      program('worker', '流程工作进程', 'src/main-worker.ts'),
      program('api', '接口与网页', 'src/main-api.ts'),
    ],
    health: [
      ...(standIn ? [`http://127.0.0.1:${provincePort}/health`] : []),
      `http://127.0.0.1:${settings.port}/api/health`,
    ],
  };
}

const words = (text = ''): string[] => text.split(' ').filter(Boolean);

/** How long what a killed server left behind may hold its port, ms. */
const PORT_FREED_WITHIN = 10_000;

/**
 * The port of a server, chosen at its first start and the same at every restart: those who use the
 * server were told it once. A killed PostgreSQL's children hold the port a moment longer.
 */
function samePort(given: number, file: string, name: string): () => Promise<number> {
  let chosen = given;
  return async () => {
    if (!chosen) return (chosen = await keptPort(file, name));
    const deadline = Date.now() + PORT_FREED_WITHIN;
    while (!(await isFree(chosen)) && Date.now() < deadline) await pause(100);
    return chosen;
  };
}

function postgres({ env, dataDir }: Settings, ports: string): Service {
  const choose = samePort(Number(env.POSTGRES_PORT), ports, 'postgres');
  return {
    name: 'postgres',
    title: '内置 PostgreSQL',
    start: async ({ log, onLaunch }): Promise<Started> => {
      const server = await startPostgres({
        dir: join(dataDir, 'postgres'),
        port: await choose(),
        settings: words(env.POSTGRES_SETTINGS),
        log,
        onLaunch,
      });
      return { ...server, provides: { DATABASE_URL: server.url } };
    },
  };
}

function temporal(dataDir: string, port: number, ports: string): Service {
  const choose = samePort(port, ports, 'temporal');
  return {
    name: 'temporal',
    title: '内置 Temporal',
    start: async ({ log, onLaunch, say }): Promise<Started> => {
      const server = await startTemporal({
        dir: join(dataDir, 'temporal'),
        port: await choose(),
        log,
        onLaunch,
        progress: say,
      });
      return {
        ...server,
        provides: { TEMPORAL_ADDRESS: server.address, TEMPORAL_FILE: server.file },
      };
    },
  };
}

/** The step of a start that compiles our programs; none when they are up to date. */
function programBuild(entries: string[]): Service[] {
  if (entries.every(isBuilt)) return [];
  return [
    {
      name: 'build',
      title: '编译程序',
      start: ({ env, log, onLaunch }) =>
        launch({
          command: process.execPath,
          args: [join(ROOT, 'tools/build/program.mjs'), ...entries],
          cwd: ROOT,
          env,
          log,
          onLaunch,
        }),
    },
  ];
}

/** Who lets the others in where a city starts empty: as the province's stand-in knows them. */
const firstAdministrator = (): Service =>
  program('first-administrator', '设立第一位管理员', 'src/main-first-administrator.ts', [
    ...['--subject', 'p-admin', '--name', '管理员', '--city', '210300'],
    ...['--organisation', '数据局', '--where-none'],
  ]);

/** A process of ours: a TypeScript entry of the project. */
export function program(
  name: string,
  title: string,
  entry: string,
  args: readonly string[] = [],
): Service {
  return {
    name,
    title,
    start: async ({ env, log, onLaunch }: StartOf) => {
      return launch({
        command: process.execPath,
        // Options of Node.js, also those that NODE_OPTIONS does not take.
        args: [...words(env.PROGRAM_OPTIONS), await builtProgram(entry), ...args],
        cwd: ROOT,
        env,
        log,
        onLaunch,
      });
    },
  };
}
