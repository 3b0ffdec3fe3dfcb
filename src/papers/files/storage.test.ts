import { mkdtempSync, readFileSync, statSync } from 'node:fs';
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
  expect(() => readFileSync(join(folder, '2026/a.pdf.part'))).toThrow();
});

it('says that bytes are missing, or not whole', async () => {
  const storage = new FileSystemStorage(mkdtempSync(join(tmpdir(), 'storage-')));
  await storage.put('2026/a.pdf', Buffer.from('first'));
  expect(await text(await storage.get('2026/a.pdf', 5))).toBe('first');
  const problem = { status: 503, code: 'stored-bytes-missing' };
  await expect(storage.get('2026/a.pdf', 6)).rejects.toMatchObject(problem);
  await expect(storage.get('2026/b.pdf')).rejects.toMatchObject(problem);
});
