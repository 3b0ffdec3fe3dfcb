/**
 * Puts a backup back. What was there is moved aside, not thrown away; a new epoch begins, so that what was
 * given out after the backup is not given out again.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { rebuildWorkflows, type RebuildReport } from '../../src/cases/index.js';
import { migrateTo } from '../../src/install/schema/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { startPostgres } from '../embedded/postgres.js';
import { startTemporal } from '../embedded/temporal.js';
import { keptSecrets } from '../start/secrets.js';
import { PARTS, readManifest, type Manifest } from './manifest.js';
import { putBack } from './tables.js';

export interface Target {
  dataDir: string;
  storageDir: string;
  /** Empty = embedded. */
  databaseUrl?: string;
  temporalAddress?: string;
  temporalNamespace: string;
  payloadKeys?: string;
  engineUrls: string[];
}

export interface Restored {
  manifest: Manifest;
  /** What was there before; undefined when nothing was. */
  aside?: string;
  /** Set where everything is done; else Temporal has to be started and `verify -- --repair` run. */
  done?: { epoch: number; report: RebuildReport };
}

/** What of the data folder a backup replaces. */
const REPLACED = ['postgres', 'temporal', 'files', 'secrets.json'];

/** Steps that were under way when the backup was taken, ms. */
const UNDER_WAY = 120_000;

/** The platform must not run. @throws Error with one sentence; what was there is there still, or aside */
export async function restore(folder: string, target: Target): Promise<Restored> {
  const source = resolve(folder);
  const manifest = await readManifest(source);
  const { dataDir } = target;
  const known = Math.max(manifest.epoch, await presentEpoch(target));
  const aside = await moveAside(target);
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  if (existsSync(join(source, PARTS.keys)))
    await cp(join(source, PARTS.keys), join(dataDir, PARTS.keys));
  if (existsSync(join(source, PARTS.files)))
    await cp(join(source, PARTS.files), target.storageDir, {
      recursive: true,
      preserveTimestamps: true,
    });
  await putEngineBack(source, manifest, target);
  const postgres = target.databaseUrl
    ? undefined
    : await startPostgres({ dir: join(dataDir, 'postgres') });
  try {
    const url = target.databaseUrl ?? postgres!.url;
    const payloadKeys = target.payloadKeys ?? keptSecrets(dataDir).PAYLOAD_KEYS;
    const dataSource = await openDatabase(url, payloadKeys);
    try {
      await migrateTo(dataSource, manifest.migrations);
      await putBack(url, join(source, PARTS.tables), manifest.tables);
      await markAsPutBack(dataSource, manifest, known);
      const done = target.temporalAddress
        ? undefined
        : await agree(dataSource, manifest, { ...target, payloadKeys });
      return { manifest, aside, done };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await postgres?.stop();
  }
}

/** The epoch that the stores about to be replaced know of; 0 = there are none. */
async function presentEpoch({ dataDir, databaseUrl }: Target): Promise<number> {
  if (databaseUrl || !existsSync(join(dataDir, 'postgres', 'cluster'))) return 0;
  const postgres = await startPostgres({ dir: join(dataDir, 'postgres') });
  try {
    const dataSource = await openDatabase(postgres.url);
    try {
      const [found] = await dataSource.query<[{ there: boolean }]>(
        `SELECT to_regclass('store_mark') IS NOT NULL AS there`,
      );
      if (!found.there) return 0;
      const [row] = await dataSource.query<{ epoch: number }[]>(`SELECT epoch FROM store_mark`);
      return row?.epoch ?? 0;
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await postgres.stop();
  }
}

async function moveAside({
  dataDir,
  databaseUrl,
  storageDir,
}: Target): Promise<string | undefined> {
  const there = REPLACED.filter((name) => existsSync(join(dataDir, name)));
  if (databaseUrl) await requireEmpty(databaseUrl);
  if (storageDir !== join(dataDir, 'files') && existsSync(storageDir)) {
    const found = await readdir(storageDir);
    if (found.length > 0) throw new Error(`文件夹 ${storageDir} 不是空的；请先移走其中的文件。`);
  }
  if (there.length === 0) return undefined;
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = join(dataDir, `replaced-${stamp}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of there) await rename(join(dataDir, name), join(aside, name));
  return aside;
}

/** @throws Error: somebody's tables are not thrown away */
async function requireEmpty(url: string): Promise<void> {
  const dataSource = await openDatabase(url);
  try {
    const [row] = await dataSource.query<[{ tables: number }]>(
      `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`,
    );
    if (row.tables > 0)
      throw new Error('DATABASE_URL 指向的数据库不是空的；请新建一个空数据库再恢复。');
  } finally {
    await dataSource.destroy();
  }
}

async function putEngineBack(source: string, { engine }: Manifest, target: Target): Promise<void> {
  if (engine === 'file' && !target.temporalAddress) {
    const folder = join(target.dataDir, 'temporal');
    await rm(folder, { recursive: true, force: true });
    await cp(join(source, PARTS.engine), folder, { recursive: true });
  }
  if (Array.isArray(engine))
    for (const [place, url] of target.engineUrls.entries())
      await putBack(url, join(source, PARTS.engine, String(place)), engine[place]!);
}

/** With a mark that Temporal cannot have, so that nothing goes on before the two have been made to agree. */
async function markAsPutBack(
  dataSource: DataSource,
  manifest: Manifest,
  known: number,
): Promise<void> {
  const mark = `restored-${manifest.takenAt}-${randomBytes(8).toString('hex')}`;
  await dataSource.query(
    `INSERT INTO store_mark (epoch, mark) VALUES ($1, $2)
     ON CONFLICT ("only") DO UPDATE SET epoch = $1, mark = $2, next_mark = NULL`,
    [known, mark],
  );
}

/** What was under way between the two halves of the backup is made anew; then both begin an epoch. */
async function agree(
  dataSource: DataSource,
  manifest: Manifest,
  target: Target & { payloadKeys: string },
): Promise<{ epoch: number; report: RebuildReport }> {
  const { dataDir, temporalNamespace, payloadKeys } = target;
  const server = await startTemporal({ dir: join(dataDir, 'temporal') });
  const temporal = openTemporal({
    temporalAddress: server.address,
    temporalNamespace,
    payloadKeys,
  });
  try {
    const report = await rebuildWorkflows(
      { dataSource, temporal, settings: manifest.settings },
      manifest.engine === 'file' ? { steppedSince: new Date(manifest.takenAt - UNDER_WAY) } : 'all',
    );
    return { epoch: await new StoreMarks(dataSource, temporal).beginEpoch(), report };
  } finally {
    await temporal.connection.close();
    await server.stop();
  }
}
