/** Takes a backup of the platform while it works. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Config } from '../../src/platform/config.js';
import { parsePayloadKeys } from '../../src/platform/payload-keys.js';
import { copyEngineFile, type EngineServer } from './engine-file.js';
import { UNINTERRUPTED } from './interruption.js';
import { PARTS, fingerprints, writeManifest, type Manifest } from './manifest.js';
import { copyStoredFiles } from './stored-files.js';
import { Snapshots, type Snapshot } from './tables.js';
import { makeWhole } from './unfinished.js';

export interface Source {
  dataDir: string;
  config: Pick<
    Config,
    'databaseUrl' | 'storageDir' | 'payloadKeys' | 'dayLength' | 'adapterGiveUp'
  >;
  engine: Engine;
}

/** Where Temporal keeps what it knows. */
export type Engine =
  /** The embedded server's file. */
  | { file: string; server: EngineServer }
  /** Databases of its own. */
  | { urls: string[] }
  /** Another's affair; workflows are made anew from the tables. */
  | null;

/**
 * Temporal first and the tables right behind it: a step is in the tables before it is in history, so the
 * tables know all that Temporal does, and what they know more a restore makes anew.
 * @throws Error with one sentence; nothing is left in the folder then
 */
export function takeBackup(
  source: Source,
  folder: string,
  signal: AbortSignal = UNINTERRUPTED,
): Promise<Manifest> {
  const target = resolve(folder);
  const { storageDir } = source.config;
  if (!relative(resolve(storageDir), target).startsWith('..'))
    throw new Error(`${target} 在平台存放文件的目录 ${storageDir} 之内；请换一个地方。`);
  return makeWhole(target, (unfinished) => fill(source, unfinished, signal));
}

async function fill(source: Source, folder: string, signal: AbortSignal): Promise<Manifest> {
  for (const part of [PARTS.tables, PARTS.engine, PARTS.files])
    await mkdir(join(folder, part), { mode: 0o700 });
  const snapshots = new Snapshots(signal);
  try {
    const { tables, engine } = await together(source, folder, snapshots, signal);
    const contents = { ...(await written(source, folder, tables, signal)), engine };
    // Later than the tables: what they refer to was written before their rows.
    const { storageDir } = source.config;
    if (existsSync(storageDir))
      await copyStoredFiles(storageDir, join(folder, PARTS.files), signal);
    const keys = join(source.dataDir, PARTS.keys);
    if (existsSync(keys)) await copyFile(keys, join(folder, PARTS.keys));
    signal.throwIfAborted();
    return await writeManifest(folder, contents);
  } catch (error) {
    // What the work saw of it is that its connections went away.
    signal.throwIfAborted();
    throw error;
  } finally {
    await snapshots.close();
  }
}

/** Both stores at one instant; of Temporal what has to be copied then, or can be while the tables wait. */
async function together(
  { config, engine }: Source,
  folder: string,
  snapshots: Snapshots,
  signal: AbortSignal,
): Promise<{ tables: Snapshot; engine: Manifest['engine'] }> {
  const target = join(folder, PARTS.engine);
  const tables = await snapshots.of(config.databaseUrl);
  const databases = engine && 'urls' in engine ? engine.urls : [];
  const engines: Snapshot[] = [];
  for (const url of databases) engines.push(await snapshots.of(url));
  // Connected to all by now: nothing of this waits for a server to answer.
  for (const one of engines) await one.begin();
  if (engine && 'file' in engine) {
    await copyEngineFile(engine.file, engine.server, target, () => tables.begin());
    return { tables, engine: 'file' };
  }
  await tables.begin();
  if (engine === null) return { tables, engine: null };
  const copies = [];
  for (const [place, one] of engines.entries()) {
    const within = join(target, String(place));
    await mkdir(within, { mode: 0o700 });
    copies.push(await one.writeTo(within, signal));
  }
  return { tables, engine: copies };
}

async function written(
  { config: { dayLength, adapterGiveUp, payloadKeys } }: Source,
  folder: string,
  tables: Snapshot,
  signal: AbortSignal,
): Promise<Omit<Manifest, 'format' | 'digests' | 'engine'>> {
  const [now] = await tables.rows<{ at: Date; epoch: number | null }>(
    `SELECT now() AS at, (SELECT epoch FROM store_mark) AS epoch`,
  );
  const migrations = await tables.rows<{ name: string }>(`SELECT name FROM migration ORDER BY id`);
  return {
    takenAt: now!.at.getTime(),
    epoch: now!.epoch ?? 1,
    migrations: migrations.map(({ name }) => name),
    tables: await tables.writeTo(join(folder, PARTS.tables), signal),
    settings: { dayLength, adapterGiveUp },
    keys: fingerprints(parsePayloadKeys(payloadKeys)),
  };
}
