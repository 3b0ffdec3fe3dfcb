/** Where files' bytes are kept. The index of files stands in PostgreSQL. */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A store of bytes by key; another one (S3) is another implementation. */
export interface Storage {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Readable;
  /** Nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
}

export const STORAGE = Symbol('Storage');

/** A name in a folder is on disk when the folder is. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Files in a folder, readable by this user alone; a file appears whole or not at all, and is on disk when
 * `put` settles, so that a row which names it never outlives it.
 */
export class FileSystemStorage implements Storage {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = join(this.folder, key);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = await open(`${path}.part`, 'w', 0o600);
    try {
      await unfinished.writeFile(bytes);
      await unfinished.sync();
    } finally {
      await unfinished.close();
    }
    await rename(`${path}.part`, path);
    await synced(folder);
  }

  remove(key: string): Promise<void> {
    return rm(join(this.folder, key), { force: true });
  }

  get(key: string): Readable {
    return createReadStream(join(this.folder, key));
  }
}
