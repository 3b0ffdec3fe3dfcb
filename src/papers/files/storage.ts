/** Where files' bytes are kept. The index of files stands in PostgreSQL. */
import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A store of bytes by key; another one (S3) is another implementation. */
export interface Storage {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Readable;
}

export const STORAGE = Symbol('Storage');

/** Files in a folder; a file appears whole or not at all. */
export class FileSystemStorage implements Storage {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = join(this.folder, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  }

  get(key: string): Readable {
    return createReadStream(join(this.folder, key));
  }
}
