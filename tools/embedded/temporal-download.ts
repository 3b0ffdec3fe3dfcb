/** Gets the `temporal` command by the Temporal SDK's own download. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The download either is quick or, behind many a firewall, never ends. */
const LIMIT = 10_000;

/**
 * The SDK downloads only as part of starting a server; a process of its own does so and prints
 * `ready`, so that an attempt that hangs can be ended.
 */
const SCRIPT = `
  import { TestWorkflowEnvironment } from '@temporalio/testing';
  const [downloadDir, version] = process.argv.slice(1);
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version, downloadDir } },
  });
  await environment.teardown();
`;

/** @returns whether `target` is there now */
export async function downloadTemporal(target: string, version: string): Promise<boolean> {
  const folder = mkdtempSync(join(dirname(target), 'downloading-'));
  try {
    if (!(await download(folder, version))) return false;
    const largest = readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .sort((a, b) => statSync(b).size - statSync(a).size)[0];
    if (!largest) return false;
    chmodSync(largest, 0o755);
    renameSync(largest, target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function download(folder: string, version: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, folder, `v${version}`],
    { cwd: import.meta.dirname, stdio: 'ignore' },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
  return new Promise((resolve) => {
    const done = (downloaded: boolean) => {
      clearTimeout(timer);
      resolve(downloaded);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}
