/**
 * The fuzzer of a public tool, schemathesis, over every operation with an administrator's and an
 * applicant's session: no fault of ours, no status and no content type that the OpenAPI does not know.
 * Part of `npm run test:long`; it is installed by pip into a folder of its own, and where that cannot be,
 * the run says so and goes on.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signIn } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { SCHEMATHESIS_EXAMPLES } from '../sizes.js';

const run = promisify(execFile);
const VERSION = '4.32.5';
/** Would change who asks, or end that they may. */
const OF_ONESELF = [
  ...['logout', 'choosePost', 'endSession', 'endSessionOfPerson', 'endSessionsOfPerson'],
  ...['lockStaff', 'endPost'],
];
/** The last has a pattern of Chinese that the tool cannot build. */
const LEFT_OUT = [...OF_ONESELF, 'changeDocumentWord'];
const CHECKS = 'not_a_server_error,status_code_conformance,content_type_conformance';

/** The tool's program; undefined = it cannot be had here. */
async function installed(): Promise<string | undefined> {
  const folder = join(homedir(), '.cache', 'onestop', `schemathesis-${VERSION}`);
  const program = join(folder, 'bin', 'schemathesis');
  try {
    if (!existsSync(program)) {
      await run('python3', ['-m', 'venv', folder]);
      await run(join(folder, 'bin', 'pip'), ['install', '-q', `schemathesis==${VERSION}`]);
    }
    await run(program, ['--version']);
    return program;
  } catch {
    return undefined;
  }
}

describe('schemathesis', () => {
  let stage: ApiStage;
  let program: string | undefined;
  beforeAll(async () => {
    program = await installed();
    if (!program)
      process.stdout.write('这台机器装不了 schemathesis（需要 python3 和 pip），跳过。\n');
    else
      stage = await openApiStage({
        workers: true,
        env: { RATE_LIMIT: '0', ADDRESS_RATE_LIMIT: '0' },
      });
  }, 600_000);
  afterAll(() => stage?.close(), 30_000);

  it.each(['admin', 'zhang'])(
    'finds nothing undescribed as %s',
    async (account) => {
      if (!program) return;
      const session = await signIn(stage.url, account, 'onestop');
      const cookie = session
        .cookies()
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
      const schema = join(mkdtempSync(join(tmpdir(), 'schemathesis-')), 'openapi.json');
      writeFileSync(schema, JSON.stringify(stage.openapi));
      const told = await run(
        program,
        [
          ...['run', schema, '--url', stage.url, '--checks', CHECKS, '--seed', '20261129'],
          ...['--max-examples', String(SCHEMATHESIS_EXAMPLES)],
          ...LEFT_OUT.flatMap((operation) => ['--exclude-operation-id', operation]),
          ...['-H', `Cookie: ${cookie}`, '-H', 'X-Requested-With: onestop', '--no-color'],
        ],
        { maxBuffer: 100 * 1024 * 1024, cwd: tmpdir() },
      ).catch((error: { stdout?: string; stderr?: string }) => ({
        stdout: `${error.stdout ?? ''}${error.stderr ?? ''}`,
        failed: true,
      }));
      // Whoever is nobody any more finds little.
      expect(await session.call('GET', '/api/session')).toMatchObject({ status: 200 });
      if ('failed' in told) {
        const { stdout } = told;
        throw new Error(stdout.slice(stdout.indexOf('= FAILURES')).slice(0, 40_000));
      }
    },
    3_600_000,
  );
});
