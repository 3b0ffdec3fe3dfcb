/**
 * One PostgreSQL and one Temporal for a run of the tests, in a process of their own: it prints
 * their addresses as one line of JSON and ends them when its input closes, that is also when the
 * run was killed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../tools/embedded/postgres.js';
import { startTemporal } from '../../tools/embedded/temporal.js';
import { NAMESPACES } from './namespaces.js';

const dir = mkdtempSync(join(tmpdir(), 'onestop-test-'));
const progress = (message: string) => process.stderr.write(`${message}\n`);

const [postgres, temporal] = await Promise.all([
  startPostgres({
    dir: join(dir, 'postgres'),
    ownGroup: false,
    // What these tests leave behind is thrown away, so it need not reach the disk; the tests that
    // kill servers start their own, durable ones.
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=400',
    ],
  }),
  startTemporal({
    dir: join(dir, 'temporal'),
    inMemory: true,
    ownGroup: false,
    namespaces: NAMESPACES,
    progress,
  }),
]);

process.stdout.write(
  `${JSON.stringify({ databaseUrl: postgres.url, temporalAddress: temporal.address })}\n`,
);

// The terminal's Ctrl-C reaches this process too; the closing input tells when to end.
process.on('SIGINT', () => undefined);
process.stdin.resume();
process.stdin.once('end', () => void stop());
process.once('SIGTERM', () => void stop());

async function stop(): Promise<void> {
  await Promise.all([temporal.stop(), postgres.stop()]);
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
}
