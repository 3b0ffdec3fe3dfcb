/** Takes a backup of the platform on a data folder while it works. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../src/platform/config.js';
import { PidFiles } from '../start/pid-files.js';
import { copyEngineFile } from './engine-file.js';
import { PARTS, writeManifest, type Manifest } from './manifest.js';
import { Snapshot } from './tables.js';

export interface Source {
  dataDir: string;
  config: Config;
  /** Databases of a Temporal that stores in PostgreSQL; empty = the embedded one, or another's affair. */
  engineUrls: string[];
}

/**
 * Temporal first and the tables right behind it: a step is in the tables before it is in history, so the
 * tables know all that Temporal does, and what they know more a restore makes anew.
 * @throws Error with one sentence; nothing is left in the folder then
 */
export async function takeBackup(source: Source, folder: string): Promise<void> {
  const target = resolve(folder);
  if (existsSync(target) && (await readdir(target)).length > 0)
    throw new Error(`${target} 不是空的；请给出一个新的文件夹。`);
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  for (const part of [PARTS.tables, PARTS.engine])
    await mkdir(join(unfinished, part), { recursive: true, mode: 0o700 });
  const { tables, engines } = await snapshots(source, unfinished);
  try {
    const manifest = await contents(source, unfinished, tables, engines);
    // Later than the tables: what they refer to was written before their rows.
    const { storageDir } = source.config;
    if (existsSync(storageDir)) await cp(storageDir, join(unfinished, PARTS.files), RECURSIVELY);
    const keys = join(source.dataDir, PARTS.keys);
    if (existsSync(keys)) await cp(keys, join(unfinished, PARTS.keys));
    await writeManifest(unfinished, manifest);
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } finally {
    await Promise.all([tables, ...(engines ?? [])].map((one) => one.close()));
  }
}

const RECURSIVELY = { recursive: true, preserveTimestamps: true } as const;

/** Both stores at one instant. `engines` null = the embedded one's file is copied already. */
async function snapshots(
  { dataDir, config, engineUrls }: Source,
  folder: string,
): Promise<{ tables: Snapshot; engines: Snapshot[] | null }> {
  const embedded = join(dataDir, 'temporal');
  if (engineUrls.length === 0 && existsSync(join(embedded, 'temporal.sqlite'))) {
    const server = new PidFiles(join(dataDir, 'pids')).all().get('temporal');
    const tables = await copyEngineFile(embedded, server, join(folder, PARTS.engine), () =>
      Snapshot.of(config.databaseUrl),
    );
    return { tables, engines: null };
  }
  const engines: Snapshot[] = [];
  for (const url of engineUrls) engines.push(await Snapshot.of(url));
  return { tables: await Snapshot.of(config.databaseUrl), engines };
}

async function contents(
  { config: { dayLength, adapterGiveUp } }: Source,
  folder: string,
  tables: Snapshot,
  engines: Snapshot[] | null,
): Promise<Omit<Manifest, 'format' | 'digests'>> {
  const [now] = await tables.rows<{ at: Date; epoch: number | null }>(
    `SELECT now() AS at, (SELECT epoch FROM store_mark) AS epoch`,
  );
  const migrations = await tables.rows<{ name: string }>(`SELECT name FROM migration ORDER BY id`);
  const engine: Manifest['engine'] = engines === null ? 'file' : engines.length > 0 ? [] : null;
  for (const [place, one] of (engines ?? []).entries()) {
    const within = join(folder, PARTS.engine, String(place));
    await mkdir(within, { mode: 0o700 });
    (engine as Exclude<typeof engine, 'file' | null>).push(await one.writeTo(within));
  }
  return {
    takenAt: now!.at.getTime(),
    epoch: now!.epoch ?? 1,
    migrations: migrations.map(({ name }) => name),
    tables: await tables.writeTo(join(folder, PARTS.tables)),
    engine,
    settings: { dayLength, adapterGiveUp },
  };
}
