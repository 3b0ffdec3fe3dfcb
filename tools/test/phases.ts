/** What `npm test` does, one phase after another. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../start/settings.js';
import { getChromium } from './chromium.js';

export interface Count {
  passed: number;
  failed: number;
}

export interface Phase {
  title: string;
  /** @throws Error when it could not be carried out, which counts as one failed test */
  run(say: (message: string) => void): Promise<Count>;
}

const LAYERS = ['bpmn', 'workflows', 'activities', 'src', 'province', 'tools', 'web/src'];
/** Whole-platform tests share the machine badly: one file at a time. */
const ALONE = ['--runInBand'];

export const PHASES: Phase[] = [
  check('格式（Prettier）', 'prettier/bin/prettier.cjs', ['--check', '.']),
  check('代码规范（ESLint）', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  check('依赖方向（dependency-cruiser）', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...LAYERS,
  ]),
  check('类型（服务端）', 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']),
  check('类型（网页）', 'typescript/bin/tsc', ['-p', 'web/tsconfig.json', '--noEmit']),
  jest('单元测试', 'unit'),
  jest('真实数据库与流程引擎上的测试', 'servers'),
  jest('整个平台的故障测试', 'chaos', ALONE),
  {
    title: '浏览器测试',
    run: async (say) => {
      const path = await getChromium(say);
      say(`Chromium：${path}`);
      return runJest('browser', ALONE, { CHROMIUM_PATH: path });
    },
  },
];

/** A program that is content (exit code 0) or not: one test. */
function check(title: string, program: string, args: string[]): Phase {
  return {
    title,
    run: async () => {
      const ok = (await node([join(ROOT, 'node_modules', program), ...args])) === 0;
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    },
  };
}

function jest(title: string, project: string, args: string[] = []): Phase {
  return { title, run: () => runJest(project, args) };
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** Runs one of Jest's projects. A skipped test counts as failed: nothing is left out silently. */
async function runJest(
  project: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'onestop-report-'));
  const file = join(folder, 'report.json');
  try {
    const code = await node(
      [
        ...['--experimental-vm-modules', '--no-warnings'],
        join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
        ...['--selectProjects', project, '--json', '--outputFile', file],
        // A handle left open must not keep the run from ending.
        '--forceExit',
        ...args,
      ],
      // The report also goes to stdout; people read the one on stderr.
      { env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...env }, quiet: true },
    );
    if (!existsSync(file)) throw new Error(`Jest 没有完成（退出码 ${code}）。`);
    return countOf(JSON.parse(readFileSync(file, 'utf8')) as JestReport, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts of one run of Jest; it fails as a whole too when it ends with another code than 0. */
export function countOf(report: JestReport, code: number | null): Count {
  const passed = report.numPassedTests;
  const failed =
    report.numFailedTests +
    report.numRuntimeErrorTestSuites +
    report.numPendingTests +
    report.numTodoTests;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

function node(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): Promise<number | null> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
