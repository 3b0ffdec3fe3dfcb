/** The command as it is typed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const clock = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tools/run.mjs', 'tools/clock/main.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
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

test.each([
  [['due', '--from', '2026-01-05', '--days', '-1'], '[not-usable] 工作日数须为不小于 0 的整数：-1'],
  [['due', '--from', '2026-01-05', '--days', 'x'], '[not-usable] 工作日数须为不小于 0 的整数：x'],
  [
    ['due', '--from', '2026-01-05', '--days'],
    '[option-without-value] 参数 --days 之后应写出它的值。',
  ],
  [['due', '--von', '2026-01-05'], '[unknown-option] 参数 --von 不认识，请去掉它。'],
  [
    ['due', '--csv', '/nowhere.csv'],
    '[file-not-found] 无法读取 /nowhere.csv：没有这个文件或目录。',
  ],
  [['run', '/nowhere'], '[file-not-found] 无法读取 /nowhere：没有这个文件或目录。'],
])('%j is answered in one sentence with a code', async (args, sentence) => {
  const { code, stdout, stderr } = await clock(...args);
  expect([code, stdout, stderr.trim()]).toEqual([2, '', sentence]);
});

test('a table may come in the encoding of a spreadsheet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'));
  const table = join(folder, 'due.csv');
  const note = Buffer.from([0xca, 0xdc, 0xc0, 0xed]); // 受理 in GBK
  const text = (rest: string) => Buffer.from(rest);
  await writeFile(
    table,
    Buffer.concat([text('from,working_days,'), note, text('\n2026-01-05,3,'), note]),
  );
  expect(await clock('due', '--csv', table)).toMatchObject({ code: 0, stdout: '2026-01-08\n' });
  await rm(folder, { recursive: true });
});
