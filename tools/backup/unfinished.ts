/**
 * A folder that is there whole or not at all: made beside its place under another name, which tells who
 * makes it. What its maker left behind when it was killed goes when the next one is made.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from '../embedded/process-identity.js';

const SUFFIX = '.unfinished';
const MAKER = '.maker';

/**
 * @param target absolute path; nothing there yet, or an empty folder
 * @throws Error with one sentence, or what `make` throws; nothing is left then
 */
export async function makeWhole<T>(
  target: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  if (existsSync(target) && (await readdir(target)).length > 0)
    throw new Error(`${target} 不是空的；请给出一个新的文件夹。`);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await clearAway(parent);
  const unfinished = join(parent, `${basename(target)}${SUFFIX}`);
  if (existsSync(unfinished)) throw new Error(`另一个备份正在写入 ${unfinished}。`);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    writeFileSync(join(unfinished, MAKER), JSON.stringify(identify(process.pid)));
    const made = await make(unfinished);
    await rm(join(unfinished, MAKER));
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
    return made;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function clearAway(parent: string): Promise<void> {
  for (const name of (await readdir(parent)).filter((one) => one.endsWith(SUFFIX))) {
    const maker = makerOf(join(parent, name));
    if (maker && !isRunning(maker)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** undefined = it is not one of ours, or its maker has only begun. */
function makerOf(folder: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, MAKER), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
