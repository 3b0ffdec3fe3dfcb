/** The embedded Temporal: the command line's development server with a durable SQLite file. */
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { searchAttributes } from '../../workflows/search-attributes.js';
import { freePort } from './ports.js';
import { launch, waitUntilReady, type Launch, type Running } from './running.js';
import { findTemporal } from './temporal-binary.js';
import type { Progress } from './temporal-build.js';

export interface TemporalOptions {
  /** Folder of this server: `temporal.sqlite`, `temporal.log`. Kept between starts. */
  dir: string;
  /** Port on 127.0.0.1; a free one when left out. */
  port?: number;
  /** Where to write what the server says; `DIR/temporal.log`. */
  log?: string;
  /** Keeps nothing on disk and forgets all at its end; for tests. */
  inMemory?: boolean;
  /** It knows no search attribute of ours, as a server that somebody else has set up. */
  bare?: boolean;
  /** Namespaces besides `default`. */
  namespaces?: string[];
  /** Port of Temporal's own web pages; none when left out. */
  uiPort?: number;
  /** Told what is being done while the program is got, which may take minutes. */
  progress?: Progress;
  /** See Launch. */
  ownGroup?: boolean;
  endsWithStarter?: boolean;
  onLaunch?: Launch['onLaunch'];
}

export interface Temporal extends Running {
  /** host:port of the frontend. */
  address: string;
  port: number;
  /** Where it keeps what it knows, unless it keeps nothing. */
  file: string;
}

const READY_WITHIN = 60_000;

/** Starts the server on its file; after a kill -9 it goes on where it was. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true });
  const log = options.log ?? join(dir, 'temporal.log');
  const file = join(dir, 'temporal.sqlite');
  const program = await findTemporal(options.progress);
  const port = options.port ?? (await freePort());
  const server = await launch({
    command: program,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...(options.inMemory ? [] : durable(file)),
      ...['--log-level', 'warn'],
      ...(options.uiPort ? ['--ui-port', String(options.uiPort)] : ['--headless']),
      // Registered at its start, they are known at once.
      ...(options.bare ? [] : searchAttributes).flatMap(({ name }) => [
        '--search-attribute',
        `${name}=Keyword`,
      ]),
      ...(options.namespaces ?? []).flatMap((name) => ['--namespace', name]),
    ],
    log,
    ownGroup: options.ownGroup,
    endsWithStarter: options.endsWithStarter,
    onLaunch: options.onLaunch,
  });
  const address = `127.0.0.1:${port}`;
  await waitUntilReady(server, '内置 Temporal ', log, READY_WITHIN, () => answers(address, port));
  return { ...server, address, port, file };
}

/** Durable against a crash of the process; WAL makes it twice as fast. */
function durable(file: string): string[] {
  const pragmas = ['journal_mode=wal', 'synchronous=1'];
  return ['--db-filename', file, ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma])];
}

/** Whether the default namespace is there: the port opens a good while before that. */
async function answers(address: string, port: number): Promise<boolean> {
  if (!(await isOpen(port))) return false;
  // Loaded while the server comes up, not before it is started.
  const { Connection } = await import('@temporalio/client');
  let connection: Awaited<ReturnType<typeof Connection.connect>> | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2000 });
    await connection.withDeadline(Date.now() + 2000, () =>
      connection!.workflowService.describeNamespace({ namespace: 'default' }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (open: boolean) => {
      socket.destroy();
      done(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
