import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { Call } from '../../province/calls/log.js';
import { startProvince, type Province } from '../../province/server.js';
import type { Errand } from '../../src/province/index.js';

export const SECRET = 'a secret of the tests';
export const SIGN_ON_SECRET = 'another secret of the tests';
export const demonstrationDir = fileURLToPath(new URL('../../demonstration', import.meta.url));

/** On which tests ask the province where it does not matter why. */
export const ERRAND: Errand = {
  ...{ by: { system: 'tests' }, matter: 'case:210381202611230000011' },
  ...{ applicant: 'p-zhang', purpose: '测试' },
};

/** The stand-in's log of calls, the newest first. @param query such as `?matter=case:…` */
export async function callsAt(url: string, query = ''): Promise<Call[]> {
  const answer = await fetch(`${url}/calls${query}`, { headers: { accept: 'application/json' } });
  return ((await answer.json()) as { items: Call[] }).items;
}

/** An express application on a free port of this machine. */
export async function serve(app: Express): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const newApp = (): Express => express();

/** The stand-in on a free port, with a data folder of its own unless one is given. */
export function startStandIn(
  platformUrl: string,
  dataDir = mkdtempSync(join(tmpdir(), 'province-')),
): Promise<Province> {
  return startProvince({
    port: 0,
    host: '127.0.0.1',
    platformUrl,
    secret: SECRET,
    signOnSecret: SIGN_ON_SECRET,
    dataDir,
    demonstrationDir,
  });
}

/** Waits until a condition holds. @throws Error after ten seconds */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`等不到：${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
