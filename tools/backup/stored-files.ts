/** The files of cases, copied while others are put there and go (`FileSystemStorage`). */
import { constants } from 'node:fs';
import { copyFile, mkdir, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is still being written; its row comes when it is whole, later than this backup. */
const PART = '.part';

/**
 * Copies every whole file with its rights. One that goes meanwhile was removed on purpose (its retention is
 * over) and is left out.
 * @returns how many were copied
 */
export async function copyStoredFiles(
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  for await (const entry of await opendir(from)) {
    signal.throwIfAborted();
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copied += await unlessGone(copyStoredFiles(source, target, signal), 0);
    else if (entry.isFile() && !entry.name.endsWith(PART))
      copied += await unlessGone(copyOne(source, target), 0);
  }
  return copied;
}

async function copyOne(source: string, target: string): Promise<number> {
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  return 1;
}

async function unlessGone<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
