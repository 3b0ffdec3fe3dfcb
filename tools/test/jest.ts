/** Projects of Jest as phases of a run, counted test by test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../start/settings.js';
import { runShown } from './command.js';
import type { Count } from './run.js';

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

export interface JestRun {
  /** A project of `jest.config.mjs`. */
  project?: string;
  /** Another configuration, relative to the project's root. */
  config?: string;
  /** Only these test files, by their paths. */
  files?: string[];
  /** How many test files run at a time. */
  workers?: number;
  env?: NodeJS.ProcessEnv;
}

/** Test files at a time, where they do not need the machine for themselves. */
const BESIDE = Math.max(2, availableParallelism() - 1);

/** One start of Jest; a file that could not run counts as failed, and so does a skipped test. */
export async function jest({ project, config, files, workers, env }: JestRun): Promise<Count> {
  const output = mkdtempSync(join(tmpdir(), 'onestop-test-results-'));
  const file = join(output, 'results.json');
  const code = await runShown(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--no-warnings'],
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...(project ? [`--selectProjects=${project}`] : []),
      ...(config ? [`--config=${join(ROOT, config)}`] : []),
      '--json',
      `--outputFile=${file}`,
      '--testTimeout=80000',
      // What libraries say while they are tested would hide what failed.
      '--silent',
      `--maxWorkers=${workers ?? BESIDE}`,
      // Each file leaves its modules behind: a process that has grown is replaced by a new one.
      '--workerIdleMemoryLimit=2GB',
      // A handle left open must not keep the run from ending.
      '--forceExit',
      ...(files ? ['--runTestsByPath', ...files] : []),
    ],
    { TZ: 'Asia/Shanghai', ...env },
  );
  const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  rmSync(output, { recursive: true, force: true });
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = result;
  // Nothing is left out silently.
  const failed = numFailedTests + numRuntimeErrorTestSuites + result.numPendingTests;
  const failures = failuresOf(result);
  // Such as a coverage below what is promised: Jest itself says which.
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1, failures };
  return { passed, failed, failures };
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
