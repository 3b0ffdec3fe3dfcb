/** The workflows as the one file a worker loads, bundled once for each state of their sources. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { busyCase } from '../platform/fault/fault-points.js';
import {
  bundleWorkflowCode,
  type BundleOptions,
  type Logger,
  type WorkflowBundleOption,
} from '@temporalio/worker';

type WebpackConfiguration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORKFLOWS = join(ROOT, 'workflows/index.ts');
const FAILURE_CONVERTER = 'src/platform/temporal/failure-converter.cjs';
/** All a bundle can be made of; the packages are what the lock file says. */
const SOURCES = [
  'workflows',
  'bpmn',
  FAILURE_CONVERTER,
  'src/worker/workflow-bundle.ts',
  'package-lock.json',
];

/**
 * Makes the bundle unless it is there, for workers that start where nothing can be written.
 * @returns the file
 * @throws Error when it could not be kept
 */
export async function makeWorkflowBundle(logger?: Logger): Promise<string> {
  const bundle = await wholeBundle(logger);
  if ('code' in bundle && !existsSync(bundleFile()))
    throw new Error('dist 不可写，流程代码没有保存。');
  return bundleFile();
}

/** Takes the bundle made before from `dist/`, or makes it (about two seconds). */
export async function workflowBundle(logger: Logger): Promise<WorkflowBundleOption> {
  const bundle = await wholeBundle(logger);
  const busy = busyCase();
  if (busy === undefined) return bundle;
  const code = 'code' in bundle ? bundle.code : readFileSync(bundle.codePath, 'utf8');
  return { code: `globalThis.FAULT_BUSY_CASE=${JSON.stringify(busy)};${code}` };
}

const bundleFile = (): string => join(ROOT, 'dist', `workflows-${hashOf(SOURCES)}.js`);

async function wholeBundle(logger?: Logger): Promise<WorkflowBundleOption> {
  const codePath = bundleFile();
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
    // Evaluated once in a thread, not for each case: no module of ours keeps anything of one.
    preloadModules: [WORKFLOWS],
    failureConverterPath: join(ROOT, FAILURE_CONVERTER),
    workflowInterceptorModules: [join(ROOT, 'workflows/tracing.ts')],
    webpackConfigHook: forThisNode,
    ...(logger && { logger }),
  });
  keep(codePath, code);
  return { code };
}

/**
 * The SDK compiles for Node.js of 2017, in which an object is spread by helpers, and keeps each module
 * apart, evaluated anew for every case: here it is today's JavaScript, and our modules are one.
 */
function forThisNode(config: WebpackConfiguration): WebpackConfiguration {
  for (const rule of config.module?.rules ?? []) {
    const use = typeof rule === 'object' && rule && typeof rule.use === 'object' ? rule.use : null;
    const options = use && 'options' in use ? use.options : null;
    if (options && typeof options === 'object' && 'jsc' in options)
      Object.assign(options.jsc as object, { target: 'es2022' });
  }
  const whole = { concatenateModules: true, providedExports: true, usedExports: true };
  return { ...config, optimization: { ...config.optimization, ...whole, minimize: false } };
}

/** In one moment, for other workers may start beside this one; a folder not ours is left alone. */
function keep(file: string, code: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
  } catch (error) {
    if (!['EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** SHA-256 over names and contents of the files and of those in the folders, tests left out. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => join(path, name));
}
