/** Folders that are there whole or not at all, and those that stay. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '../embedded/process-identity.js';
import { exchange } from './exchange.js';
import { dropOldest } from './kept.js';
import { makeWhole } from './unfinished.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'onestop-folders-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text = path) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const names = (path = '.') => readdirSync(join(folder, path)).sort();

describe('a backup’s folder', () => {
  const target = () => join(folder, 'backup');
  const make = (unfinished: string) => {
    writeFileSync(join(unfinished, 'rows'), 'all');
    return Promise.resolve('made');
  };

  it('is there when it is whole', async () => {
    mkdirSync(target());
    expect(await makeWhole(target(), make)).toBe('made');
    expect(names()).toEqual(['backup']);
    expect(names('backup')).toEqual(['rows']);
  });

  it('is not there at all when it cannot be made', async () => {
    const failing = async (unfinished: string) => {
      await make(unfinished);
      throw new Error('disk full');
    };
    await expect(makeWhole(target(), failing)).rejects.toThrow('disk full');
    expect(names()).toEqual([]);
  });

  it('takes the place of nothing', async () => {
    put('backup/of-another');
    await expect(makeWhole(target(), make)).rejects.toThrow('不是空的');
    expect(names('backup')).toEqual(['of-another']);
  });

  it('clears away what a killed one left, under whatever name, and nothing else', async () => {
    put('yesterday.unfinished/.maker', JSON.stringify({ pid: 1, startedAt: 'long ago' }));
    put('yesterday.unfinished/rows');
    put('of-another.unfinished/notes');
    await makeWhole(target(), make);
    expect(names()).toEqual(['backup', 'of-another.unfinished']);
  });

  it('is made by one at a time', async () => {
    put('backup.unfinished/.maker', JSON.stringify(identify(process.pid)));
    await expect(makeWhole(target(), make)).rejects.toThrow('另一个备份正在写入');
    expect(names()).toEqual(['backup.unfinished']);
  });
});

describe('backups side by side', () => {
  it('stay as many as are wanted, the newest; nothing else goes', async () => {
    const days = ['2026-11-27T0230', '2026-11-28T0230', '2026-11-29T0230'];
    for (const day of days) put(`${day}/manifest.json`);
    put('2026-11-01T0230/no-manifest');
    put('before-upgrade/manifest.json');
    expect(await dropOldest(folder, 2)).toEqual(['2026-11-27T0230']);
    expect(names()).toEqual(['2026-11-01T0230', days[1], days[2], 'before-upgrade']);
    expect(await dropOldest(folder, 9)).toEqual([]);
  });
});

describe('what takes another’s place', () => {
  const exchanged = () =>
    exchange(join(folder, 'made'), join(folder, 'data'), join(folder, 'data/aside'));

  it('moves aside what was there, by name', async () => {
    put('made/postgres/new');
    put('made/files/new');
    put('data/postgres/old');
    put('data/logs/old');
    expect(await exchanged()).toBe(true);
    expect(names('data')).toEqual(['aside', 'files', 'logs', 'postgres']);
    expect(names('data/postgres')).toEqual(['new']);
    expect(names('data/aside/postgres')).toEqual(['old']);
  });

  it('leaves no empty folder where nothing was', async () => {
    put('made/postgres/new');
    mkdirSync(join(folder, 'data'));
    expect(await exchanged()).toBe(false);
    expect(names('data')).toEqual(['postgres']);
  });

  it('is undone when something cannot be moved', async () => {
    put('made/a/new');
    put('made/z/new');
    put('data/a/old');
    put('data/z/old');
    // The last one cannot be moved into itself.
    const aside = join(folder, 'data/z/aside');
    await expect(exchange(join(folder, 'made'), join(folder, 'data'), aside)).rejects.toThrow(
      'EINVAL',
    );
    expect([names('data/a'), names('data/z')]).toEqual([['old'], ['old']]);
    expect([names('made/a'), names('made/z')]).toEqual([['new'], ['new']]);
    expect(existsSync(aside)).toBe(false);
  });
});
