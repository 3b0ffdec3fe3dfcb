import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { FileSystemStorage } from '../../src/papers/files/storage.js';
import { UNINTERRUPTED } from './interruption.js';
import { copyStoredFiles } from './stored-files.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'onestop-files-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const keyOf = (number: number) => `${String(number % 16).padStart(2, '0')}/${number}`;

describe('the files of cases', () => {
  it('are copied whole while others come and go', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const storage = new FileSystemStorage(from);
    const stay = Array.from({ length: 160 }, (_, number) => keyOf(number));
    for (const key of stay) await storage.put(key, Buffer.from(key));
    let over = false;
    const churn = async (first: number) => {
      for (let number = first; !over; number += 4) {
        const key = keyOf(number);
        await storage.put(key, Buffer.alloc(2_000, 1));
        await storage.remove(key);
        await breath();
      }
    };
    const churning = [1_000, 1_001, 1_002, 1_003].map(churn);
    const copying = (async () => {
      for (let round = 0; round < 5; round += 1)
        await copyStoredFiles(from, join(to, String(round)), UNINTERRUPTED);
    })();
    await copying.finally(() => (over = true));
    await Promise.all(churning);
    for (let round = 0; round < 5; round += 1) {
      const copy = join(to, String(round));
      for (const key of stay) expect(readFileSync(join(copy, key), 'utf8')).toBe(key);
      const all = readdirSync(copy, { recursive: true, encoding: 'utf8' });
      expect(all.filter((name) => name.endsWith('.part'))).toEqual([]);
    }
  });

  it('keep their rights, and leave out what is still being written', async () => {
    mkdirSync(join(folder, 'from'));
    writeFileSync(join(folder, 'from', 'whole'), 'w', { mode: 0o600 });
    writeFileSync(join(folder, 'from', 'half.part'), 'h');
    expect(await copyStoredFiles(join(folder, 'from'), join(folder, 'to'), UNINTERRUPTED)).toBe(1);
    expect(readdirSync(join(folder, 'to'))).toEqual(['whole']);
    expect(statSync(join(folder, 'to', 'whole')).mode & 0o777).toBe(0o600);
  });

  it('are given up at once when the work is', async () => {
    writeFileSync(join(folder, 'one'), '1');
    await expect(
      copyStoredFiles(folder, `${folder}-copy`, AbortSignal.abort(new Error('stop'))),
    ).rejects.toThrow('stop');
    rmSync(`${folder}-copy`, { recursive: true });
  });
});
