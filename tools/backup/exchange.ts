/** What was made beside takes the place of what is there, which is moved aside; all of it or nothing. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What was there could not be put back to where it was; it says where each thing is. */
export class Displaced extends Error {}

/**
 * @param made folder whose entries take the place of those of the same name in `folder`
 * @param aside where what was there goes
 * @returns whether anything was there
 * @throws Displaced when it could not even be undone, else what hindered it
 */
export async function exchange(made: string, folder: string, aside: string): Promise<boolean> {
  await mkdir(aside, { mode: 0o700 });
  const moved: [from: string, to: string][] = [];
  const move = async (from: string, to: string) => {
    await rename(from, to);
    moved.push([from, to]);
  };
  try {
    for (const name of await readdir(made)) {
      if (existsSync(join(folder, name))) await move(join(folder, name), join(aside, name));
      await move(join(made, name), join(folder, name));
    }
  } catch (error) {
    await undo(moved).catch((second: Error) => {
      throw new Displaced(
        `${(error as Error).message}；也没有能移回原处（${second.message}）。原有数据在 ${aside}，恢复出来的在 ${made}。`,
      );
    });
    await rmdir(aside);
    throw error;
  }
  const filled = (await readdir(aside)).length > 0;
  if (!filled) await rmdir(aside);
  return filled;
}

async function undo(moved: [from: string, to: string][]): Promise<void> {
  for (const [from, to] of [...moved].reverse()) await rename(to, from);
}
