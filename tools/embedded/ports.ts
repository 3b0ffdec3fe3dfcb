/** Ports: free ones, the ones picked before, and who sits on one that is taken. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Below what Linux and others give to outgoing connections: a port from there may be taken by one
 * between the choice and its use.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** Ports that a process of ours chose and may not listen on yet: an empty file each, by its number. */
const CLAIMS = join(tmpdir(), 'onestop-ports');
/** Who has not listened on its port after so long does not want it any more, ms. */
const CLAIM_LASTS = 120_000;

/** A port that nobody listens on, and no other process of ours has chosen a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (claims(port) && (await isFree(port))) return port;
  }
}

function claims(port: number): boolean {
  const file = join(CLAIMS, String(port));
  try {
    mkdirSync(CLAIMS, { recursive: true });
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    // Where nothing can be noted, whether it is free has to do.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return true;
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > CLAIM_LASTS) rmSync(file, { force: true });
    return false;
  }
}

/** Whether somebody could listen on the port now. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port, '127.0.0.1');
    await listenOnce(port);
    return true;
  } catch {
    return false;
  }
}

/**
 * The port this name was given before, kept in `file` (JSON, name → port), else a free one, which
 * is kept for next time. A kept port that somebody else took meanwhile is replaced.
 */
export async function keptPort(file: string, name: string): Promise<number> {
  const kept: Record<string, number> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)
    : {};
  const before = kept[name];
  if (before && (await isFree(before))) return before;
  let port = await freePort();
  while (Object.values(kept).includes(port)) port = await freePort();
  writeFileSync(file, `${JSON.stringify({ ...kept, [name]: port }, null, 2)}\n`);
  return port;
}

/** The process that listens on a TCP port, with its command line; undefined when not to be seen. */
export function portHolder(port: number): { pid: number; command: string } | undefined {
  const inodes = listeningInodes(port);
  if (inodes.size === 0) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const holds = readdirSync(`/proc/${pid}/fd`).some((fd) =>
        inodes.has(readlinkOrEmpty(`/proc/${pid}/fd/${fd}`)),
      );
      if (!holds) continue;
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
      return { pid: Number(pid), command };
    } catch {
      // Another user's process, or one that just ended.
    }
  }
  return undefined;
}

/** `socket:[INODE]` of every listening socket of the port, from the kernel's tables. */
function listeningInodes(port: number): Set<string> {
  const LISTEN = '0A';
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    if (!existsSync(table)) continue;
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === LISTEN && local?.endsWith(`:${wanted}`)) inodes.add(`socket:[${inode}]`);
    }
  }
  return inodes;
}

function readlinkOrEmpty(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function listenOnce(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
