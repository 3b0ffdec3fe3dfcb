/**
 * `npm test`: everything a fresh clone is held to, phase by phase, on real servers and in a real
 * browser. Ends with a line `N passed, N failed`. A phase that could not run counts as failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../start/settings.js';
import { findChromium } from './chromium.js';
import { startOwnPlatform } from '../start/own-platform.js';

interface Count {
  passed: number;
  failed: number;
}

const output = mkdtempSync(join(tmpdir(), 'onestop-test-results-'));
const total: Count = { passed: 0, failed: 0 };
/** What failed, by name, to be told once more at the end. */
const failures: string[] = [];

/** Runs a command with its output shown. @returns its exit code */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A check that is one thing: it holds or it does not. */
const check = (bin: string, ...args: string[]) =>
  run(join(ROOT, 'node_modules', '.bin', bin), args).then((code): Count => ({
    passed: Number(code === 0),
    failed: Number(code !== 0),
  }));

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** Every test that did not pass, and every file that could not run, with its file. */
function failuresOf({ testResults }: JestResult): string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((one) => one.status !== 'passed');
    if (failed.length === 0) return status === 'failed' ? [file] : [];
    return failed.map(({ fullName }) => `${file} › ${fullName}`);
  });
}

const JEST = [
  '--experimental-vm-modules',
  '--no-warnings',
  join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
];

/** Test files at a time, where they do not need the machine for themselves. */
const BESIDE = Math.max(2, availableParallelism() - 1);

/**
 * One Jest project, counted test by test; a file that could not run counts as failed.
 * @param workers how many of its files run at a time
 */
async function jest(project: string, workers = BESIDE, env: NodeJS.ProcessEnv = {}) {
  const file = join(output, `${project}.json`);
  const code = await run(
    process.execPath,
    [
      ...JEST,
      `--selectProjects=${project}`,
      '--json',
      `--outputFile=${file}`,
      '--testTimeout=80000',
      // What libraries say while they are tested would hide what failed.
      '--silent',
      `--maxWorkers=${workers}`,
      // Each file leaves its modules behind: a process that has grown is replaced by a new one.
      '--workerIdleMemoryLimit=1GB',
      // A handle left open must not keep the run from ending.
      '--forceExit',
    ],
    { TZ: 'Asia/Shanghai', ...env },
  );
  const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  failures.push(...failuresOf(result));
  const passed = result.numPassedTests;
  // A skipped test counts as failed: nothing is left out silently.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** The engine's tests once more, counted as one: whether they reach as much of it as is promised. */
async function engineCoverage(): Promise<Count> {
  const code = await run(
    process.execPath,
    [...JEST, '--config=jest.engine.config.mjs', '--reporters=summary', '--silent'],
    { TZ: 'Asia/Shanghai' },
  );
  return { passed: Number(code === 0), failed: Number(code !== 0) };
}

/** Runs a phase under a heading; whatever keeps it from running is a failure of its own. */
async function phase(title: string, work: () => Promise<Count>): Promise<void> {
  const started = Date.now();
  const named = failures.length;
  console.log(`\n━━ ${title}`);
  const count = await work().catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0 && failures.length === named) failures.push(title);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`━━ ${title}：${count.passed} 通过，${count.failed} 失败，${seconds} 秒`);
}

const LAYERS = ['bpmn', 'workflows', 'activities', 'src', 'province', 'tools', 'web/src'];

await phase('类型', () => check('tsc', '-p', 'tsconfig.json', '--noEmit'));
await phase('网页类型', () => check('tsc', '-p', 'web/tsconfig.json', '--noEmit'));
await phase('代码规则', () => check('eslint', '.', '--max-warnings', '0'));
await phase('排版', () => check('prettier', '--check', '--log-level', 'warn', '.'));
await phase('依赖方向', () => check('depcruise', '--config', '.dependency-cruiser.cjs', ...LAYERS));
await phase('单元测试', () => jest('unit'));
await phase('引擎测试的覆盖', engineCoverage);
await phase('真实服务器上的测试', () => jest('servers'));
await phase('成千上万的办件', () => jest('large', 1));
await phase('整个平台：启动、停止、断电', () => jest('chaos', 1));
await phase('浏览器', async () => {
  const chromium = await findChromium();
  // Short days show the notice of a demonstration; nothing is waited for so long that it matters.
  const platform = await startOwnPlatform({ DEMO_DAY: '60s' });
  try {
    const env = { ONESTOP_URL: platform.url, CHROMIUM_PATH: chromium };
    return await jest('browser', 1, env);
  } finally {
    await platform.stop();
  }
});

rmSync(output, { recursive: true, force: true });
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
