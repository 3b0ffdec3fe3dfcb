/** The command as it is typed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const clock = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tools/run.mjs', 'tools/clock/main.ts', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );

test('a folder answers for every file, whatever one of them is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'));
  await mkdir(join(folder, 'a-folder.json'));
  await writeFile(join(folder, 'broken.json'), '{');
  const events = [{ on: '2025-03-03', do: 'receive' }];
  await writeFile(join(folder, 'good.json'), JSON.stringify({ events, asOf: '2025-03-04' }));
  const { code, stdout } = await clock('run', folder);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toMatchObject([
    { file: 'a-folder.json', error: 'unreadable' },
    { file: 'broken.json', error: 'unusable' },
    { file: 'good.json', state: 'received' },
  ]);
  expect(code).toBe(2);
  await rm(folder, { recursive: true });
});
