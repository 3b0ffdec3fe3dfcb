import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { FileSystemStorage } from './storage.js';

it('keeps files that only their owner may read, whole, and leaves nothing unfinished', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const storage = new FileSystemStorage(folder);
  await storage.put('2026/a.pdf', Buffer.from('first'));
  await storage.put('2026/a.pdf', Buffer.from('second'));
  expect(await text(await storage.get('2026/a.pdf'))).toBe('second');
  expect(statSync(join(folder, '2026/a.pdf')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, '2026')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, '2026'))).toEqual(['a.pdf']);
});

it('takes one key from several at once, each whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const storage = new FileSystemStorage(folder);
  const all = Array.from({ length: 20 }, (_, i) => String(i).repeat(1000 * (i + 1)));
  await Promise.all(all.map((each) => storage.put('2026/a.pdf', Buffer.from(each))));
  expect(all).toContain(await text(await storage.get('2026/a.pdf')));
  expect(readdirSync(join(folder, '2026'))).toEqual(['a.pdf']);
});

it('leaves nothing unfinished where a file cannot be put', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  mkdirSync(join(folder, 'a.pdf', 'full'), { recursive: true });
  await expect(new FileSystemStorage(folder).put('a.pdf', Buffer.from('first'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

it('says that bytes are missing, or not whole', async () => {
  const storage = new FileSystemStorage(mkdtempSync(join(tmpdir(), 'storage-')));
  await storage.put('2026/a.pdf', Buffer.from('first'));
  expect(await text(await storage.get('2026/a.pdf', 5))).toBe('first');
  const problem = { status: 503, code: 'stored-bytes-missing' };
  await expect(storage.get('2026/a.pdf', 6)).rejects.toMatchObject(problem);
  await expect(storage.get('2026/b.pdf')).rejects.toMatchObject(problem);
});
