/** What a backup consists of; written last, so that a folder without one is none. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PayloadKeys } from '../../src/platform/payload-keys.js';
import type { TablesCopy } from './tables.js';

const FILE = 'manifest.json';
const FORMAT = 1;

/** Folders of a backup. */
export const PARTS = {
  tables: 'postgres',
  engine: 'temporal',
  files: 'files',
  keys: 'secrets.json',
} as const;

export interface Manifest {
  format: number;
  /** Instant at which the tables were as they are here, ms. */
  takenAt: number;
  epoch: number;
  /** Migrations the schema had. */
  migrations: string[];
  tables: TablesCopy;
  /** `file` = the embedded server's; a list = its databases; null = Temporal is not in this backup. */
  engine: 'file' | TablesCopy[] | null;
  /** What the cases were run with. */
  settings: { dayLength: number; adapterGiveUp: number };
  /** Of each of `PAYLOAD_KEYS` by its id, what tells it from another; not in earlier backups. */
  keys?: Record<string, string>;
  /** SHA-256 of the databases' files, by their path in the backup. */
  digests: Record<string, string>;
}

/** What tells keys apart and gives none of them away. */
export function fingerprints({ byId }: PayloadKeys): Record<string, string> {
  return Object.fromEntries(
    [...byId].map(([id, key]) => [id, createHash('sha256').update(key).digest('hex').slice(0, 16)]),
  );
}

export async function writeManifest(
  folder: string,
  contents: Omit<Manifest, 'format' | 'digests'>,
): Promise<Manifest> {
  const manifest = { format: FORMAT, ...contents, digests: await digestsOf(folder) };
  writeFileSync(join(folder, FILE), JSON.stringify(manifest, null, 2), { mode: 0o600 });
  return manifest;
}

/** Whether it was written to its end. */
export const isBackup = (folder: string): boolean => existsSync(join(folder, FILE));

/** @throws Error with one sentence when it is no backup, or not as it was written */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, FILE);
  if (!isBackup(folder)) throw new Error(`${folder} 不是完整的备份（没有 ${FILE}）。`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.format !== FORMAT) throw new Error(`备份的格式 ${manifest.format} 不认识。`);
  const found = await digestsOf(folder);
  for (const [name, digest] of Object.entries(manifest.digests))
    if (found[name] !== digest)
      throw new Error(`备份中的 ${name} 已损坏或缺失，没有恢复任何内容。`);
  return manifest;
}

async function digestsOf(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const part of [PARTS.tables, PARTS.engine]) {
    const within = join(folder, part);
    const names = existsSync(within)
      ? readdirSync(within, { recursive: true, withFileTypes: true })
      : [];
    for (const entry of names.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      digests[path.slice(folder.length + 1)] = hash.digest('hex');
    }
  }
  return digests;
}
