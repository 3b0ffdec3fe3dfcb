/** Where files' bytes are kept. The index of files stands in PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { type DomainError, unavailable } from '../../platform/errors.js';
import { counter } from '../../platform/observability/meter.js';

/** A store of bytes by key; another one (S3) is another implementation. */
export interface Storage {
  put(key: string, bytes: Buffer): Promise<void>;
  /**
   * @param size that it has by its row, where that is known
   * @throws DomainError 503 `stored-bytes-missing` where it cannot be read, or not whole
   */
  get(key: string, size?: number | null): Promise<Readable>;
  /** Nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
}

export const STORAGE = Symbol('Storage');

const logger = new Logger('storage');
const missing = counter(
  'onestop_stored_bytes_missing',
  'Readings of stored files whose bytes are not there, or not whole',
);

// Told from the start: an alert sees a first one only beside a nought.
missing.add(0);

/** Its row is there and its bytes are not: no fault of who asks, and one that operators have to mend. */
function bytesMissing(key: string, why: string): DomainError {
  missing.add(1);
  logger.error(`${key}: ${why}`);
  return unavailable(
    'stored-bytes-missing',
    '这份文件已登记，但存储中暂时读不到它的内容，已通知运行维护人员；请稍后再试，仍不行请联系受理窗口。',
  );
}

/** Readable by this user alone. */
async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

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
    // A name of its own: two that put one key at once do not take each other's away.
    const part = `${path}.${randomUUID()}.part`;
    try {
      await writeSynced(part, bytes);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await synced(folder);
  }

  remove(key: string): Promise<void> {
    return rm(join(this.folder, key), { force: true });
  }

  async get(key: string, size?: number | null): Promise<Readable> {
    const handle = await open(join(this.folder, key), 'r').catch((error: NodeJS.ErrnoException) => {
      throw bytesMissing(key, error.code ?? error.message);
    });
    const { size: kept } = await handle.stat();
    if (size === null || size === undefined || size === kept) return handle.createReadStream();
    await handle.close();
    throw bytesMissing(key, `${kept} of ${size} bytes`);
  }
}
