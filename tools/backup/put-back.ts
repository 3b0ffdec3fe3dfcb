/**
 * Puts a backup back. All is made beside what is there, and takes its place when it is whole; what was
 * there is kept. A new epoch begins, so that what was given out after the backup is not given out again.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { rebuildWorkflows, type RebuildReport } from '../../src/cases/index.js';
import { migrateTo } from '../../src/install/schema/index.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { Displaced, exchange } from './exchange.js';
import { UNINTERRUPTED } from './interruption.js';
import { PARTS, readManifest, type Manifest } from './manifest.js';
import { PUT_BACK, requireFit } from './preconditions.js';
import { presentEpoch } from './present-epoch.js';
import { Servers, withDatabase } from './servers.js';
import { putBack } from './tables.js';
import { keepsOwnFiles, type Target } from './target.js';

export interface Options {
  /** The least epoch to begin. */
  epoch?: number;
  signal?: AbortSignal;
  say?: (sentence: string) => void;
}

export interface Restored {
  manifest: Manifest;
  /** What was there before; undefined when nothing was. */
  aside?: string;
  /** Whether the epoch is later than any that was ever begun, as far as can be known. */
  epochKnown: boolean;
  /** Set where everything is done; else Temporal has to be started and `verify -- --repair` run. */
  done?: { epoch: number; report: RebuildReport };
}

/** Steps that were under way when the backup was taken, ms. */
const UNDER_WAY = 120_000;
const MAKING = 'restoring-';

/** The platform must not run. @throws Error with one sentence; what was there is as it was */
export async function restore(
  source: string,
  target: Target,
  { epoch = 1, signal = UNINTERRUPTED, say = () => undefined }: Options = {},
): Promise<Restored> {
  const { dataDir } = target;
  const manifest = await readManifest(source);
  const payloadKeys = await requireFit(source, manifest, target);
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const servers = new Servers(dataDir, signal);
  const present = target.databaseUrl
    ? null
    : await presentEpoch(dataDir, target.temporalNamespace, servers, say);
  const before = Math.max(manifest.epoch, present ?? 0, epoch - 1);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const making = join(dataDir, `${MAKING}${stamp}`);
  await clearAway(dataDir);
  try {
    await mkdir(making, { mode: 0o755 });
    const restoring = { source, manifest, target: { ...target, payloadKeys }, making, servers };
    await copyPlainParts(restoring, signal);
    const done = await putStoresBack(restoring, before, signal);
    signal.throwIfAborted();
    const aside = join(dataDir, `replaced-${stamp}`);
    const kept = await exchange(making, dataDir, aside);
    await rm(making, { recursive: true, force: true });
    return {
      manifest,
      epochKnown: epoch > 1 || (present !== null && present > 0),
      ...(kept && { aside }),
      ...(done && { done }),
    };
  } catch (error) {
    if (!keepsOwnFiles(target)) await takeFilesBack(target);
    // What it says is there stays there.
    if (!(error instanceof Displaced)) await rm(making, { recursive: true, force: true });
    throw error;
  }
}

/** Everything a step of the way needs. */
interface Restoring {
  source: string;
  manifest: Manifest;
  target: Target & { payloadKeys: string };
  /** Where it is made. */
  making: string;
  servers: Servers;
}

/** What a restore that was killed had made so far. */
async function clearAway(dataDir: string): Promise<void> {
  for (const name of (await readdir(dataDir)).filter((one) => one.startsWith(MAKING)))
    await rm(join(dataDir, name), { recursive: true, force: true });
}

async function copyPlainParts(
  { source, manifest, target, making }: Restoring,
  signal: AbortSignal,
): Promise<void> {
  const keys = join(source, PARTS.keys);
  if (existsSync(keys)) await copyFile(keys, join(making, PARTS.keys));
  if (manifest.engine === 'file' && !target.temporalAddress)
    await cp(join(source, PARTS.engine), join(making, 'temporal'), { recursive: true });
  signal.throwIfAborted();
  const files = keepsOwnFiles(target) ? join(making, 'files') : target.storageDir;
  await mkdir(files, { recursive: true, mode: 0o700 });
  if (existsSync(join(source, PARTS.files)))
    await cp(join(source, PARTS.files), files, { recursive: true, preserveTimestamps: true });
}

/** A folder of its own was empty. */
async function takeFilesBack({ storageDir }: Target): Promise<void> {
  for (const name of await readdir(storageDir))
    await rm(join(storageDir, name), { recursive: true, force: true });
}

async function putStoresBack(
  restoring: Restoring,
  before: number,
  signal: AbortSignal,
): Promise<Restored['done']> {
  const { source, manifest, target, making, servers } = restoring;
  const fill = (url: string) =>
    withDatabase(url, target.payloadKeys, async (dataSource) => {
      await migrateTo(dataSource, manifest.migrations);
      await putBack(url, join(source, PARTS.tables), manifest.tables, signal);
      await markAsPutBack(dataSource, manifest, before);
      return target.temporalAddress ? undefined : agree(dataSource, restoring);
    });
  const done = await (target.databaseUrl
    ? fill(target.databaseUrl)
    : servers.withPostgres(join(making, 'postgres'), fill));
  if (Array.isArray(manifest.engine))
    for (const [place, url] of target.engineUrls.entries()) {
      const folder = join(source, PARTS.engine, String(place));
      await putBack(url, folder, manifest.engine[place]!, signal);
    }
  return done;
}

/** With a mark that Temporal cannot have, so that nothing goes on before the two have been made to agree. */
async function markAsPutBack(
  dataSource: DataSource,
  manifest: Manifest,
  epoch: number,
): Promise<void> {
  const mark = `${PUT_BACK}${manifest.takenAt}-${randomBytes(8).toString('hex')}`;
  await dataSource.query(
    `INSERT INTO store_mark (epoch, mark) VALUES ($1, $2)
     ON CONFLICT ("only") DO UPDATE SET epoch = $1, mark = $2, next_mark = NULL`,
    [epoch, mark],
  );
}

/** What was under way between the two halves of the backup is made anew; then both begin an epoch. */
function agree(
  dataSource: DataSource,
  { manifest: { engine, takenAt, settings }, target, making, servers }: Restoring,
): Promise<{ epoch: number; report: RebuildReport }> {
  const { temporalNamespace: namespace, payloadKeys } = target;
  const dir = join(making, 'temporal');
  return servers.withTemporal(dir, { namespace, payloadKeys }, async (temporal) => {
    const report = await rebuildWorkflows(
      { dataSource, temporal, settings },
      engine === 'file' ? { steppedSince: new Date(takenAt - UNDER_WAY) } : 'all',
    );
    return { epoch: await new StoreMarks(dataSource, temporal).beginEpoch(), report };
  });
}
