/** The checks that need no platform, as many beside one another as there are processors. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeTypes } from '../openapi/types.mjs';
import { ROOT } from '../start/settings.js';
import { runHeard } from './command.js';
import type { Count } from './run.js';

interface Check {
  title: string;
  /** A program by its file, from the project's folder. */
  program: string;
  args: string[];
}

const LAYERS = ['bpmn', 'workflows', 'activities', 'src', 'province', 'tools', 'web/src'];
/** The native compiler, named by its file: TypeScript 6, which reads statements, has a `tsc` too. */
const TSC = 'node_modules/typescript-7/bin/tsc';

/** The longest first, so that the others run beside it. */
const CHECKS: Check[] = [
  { title: '语句与行', program: 'tools/run.mjs', args: ['tools/sql/main.ts'] },
  {
    title: '依赖方向',
    program: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...LAYERS],
  },
  {
    title: '无用的文件、导出和依赖',
    program: 'node_modules/knip/bin/knip.js',
    args: ['--no-progress'],
  },
  {
    title: '代码规则',
    program: 'node_modules/oxlint/bin/oxlint',
    args: ['-c', 'oxlint.config.mjs'],
  },
  { title: '排版', program: 'node_modules/oxfmt/bin/oxfmt', args: ['--list-different'] },
  { title: '网页大小', program: 'tools/run.mjs', args: ['tools/build/size.ts'] },
  { title: '类型', program: TSC, args: ['-p', 'tsconfig.json', '--noEmit'] },
  { title: '网页类型', program: TSC, args: ['-p', 'web/tsconfig.json', '--noEmit'] },
];

/** Each is one thing: it holds or it does not; what it says is shown when it is done. */
export async function staticChecks(): Promise<Count> {
  await makeTypes();
  const failures: string[] = [];
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await holds(check))) failures.push(check.title);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  return { passed: CHECKS.length - failures.length, failed: failures.length, failures };
}

async function holds({ title, program, args }: Check): Promise<boolean> {
  const began = Date.now();
  const file = join(ROOT, program);
  const { code, said } = await runHeard(process.execPath, [file, ...args]);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${code === 0 ? '✔' : '✗'} ${title}（${seconds} 秒）`);
  if (code !== 0) console.log(said.trimEnd());
  return code === 0;
}
