/**
 * While a city exchanges its processes one by one, the former release's API serves beside this one's:
 * on the schema that this release has migrated, with this release's workers. It carries whole cases
 * through, and what it began the present API goes on with. The former release is taken out of Git; where its
 * commit is not at hand (a copy without history), the run says so and goes on.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { freePort } from '../../tools/embedded/ports.js';
import { CookieJar } from '../../tools/session/cookies.js';
import { Session } from '../../tools/session/sign-in.js';
import { ROOT } from '../../tools/start/settings.js';
import { FORMER_RELEASE_CASES } from '../sizes.js';
import { eventually } from '../workflow/stage.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  complete,
  doCase,
  finished,
  submit,
} from './benchmark-case.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

const commit = readFileSync(join(ROOT, 'tools/sql/former-release.commit'), 'utf8').trim();
const dataDir = newDataFolder();
const tree = mkdtempSync(join(tmpdir(), 'onestop-former-'));
let platform: Platform;
let former: { url: string; process: ChildProcess } | undefined;

beforeAll(async () => {
  if (!unpacked()) {
    process.stdout.write(`这里没有上一版本的提交 ${commit}，跳过。\n`);
    return;
  }
  // What the former release says of its calls, the province still takes.
  const env = { DEMO_DAY: '2s', PROVINCE_WITHOUT_ERRAND: 'on' };
  platform = await startPlatform({ dataDir, env });
  former = await startFormerApi();
}, 1_500_000);
afterAll(async () => {
  if (former) {
    former.process.kill('SIGTERM');
    await once(former.process, 'exit');
  }
  await platform?.stop();
  removeFolder(dataDir);
  rmSync(tree, { recursive: true, force: true });
}, 120_000);

/** The former release's files; its own `tools/run.mjs` installs the packages that its lock names. */
function unpacked(): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT, stdio: 'ignore' });
  } catch {
    return false;
  }
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', tree], { input: archive });
  return true;
}

/** How long packages are fetched and the programs built, ms. */
const INSTALLED_WITHIN = 900_000;

/** With the very environment of the present API, on a port of its own. */
async function startFormerApi() {
  const environment = readFileSync(`/proc/${platform.pids().api}/environ`, 'utf8');
  const settings = environment
    .split('\0')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const port = await freePort();
  let written = '';
  const child = spawn(process.execPath, ['tools/run.mjs', 'src/main-api.ts'], {
    cwd: tree,
    env: { ...Object.fromEntries(settings), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const url = `http://localhost:${port}`;
  await eventually(
    'the former API',
    async () => {
      if (child.exitCode !== null) throw new Error(`上一版本的接口退出了：\n${written}`);
      const answer = await fetch(`${url}/api/health`).catch(() => undefined);
      return answer?.ok ? true : undefined;
    },
    INSTALLED_WITHIN,
  );
  return { url, process: child };
}

/** The same people with the same sessions, at the other API. */
function at(url: string, people: Sessions): Record<keyof Sessions, PatientSession> {
  const moved = Object.entries(people).map(([who, session]) => {
    const headers = new Headers();
    for (const { name, value } of session.cookies())
      headers.append('set-cookie', `${name}=${value}; path=/`);
    const jar = new CookieJar();
    jar.keep(new URL(url), headers);
    return [who, new PatientSession(new Session(url, session.account, jar))];
  });
  return Object.fromEntries(moved) as Record<keyof Sessions, PatientSession>;
}

describe("the former release's API on this release's schema", () => {
  it('carries cases through, and each API goes on with what the other began', async () => {
    if (!former) return;
    const people = await openSessions(platform.url);
    const [before, now] = [at(former.url, people), at(platform.url, people)];
    for (let i = 0; i < FORMER_RELEASE_CASES; i += 1) await doCase(before);
    const number = await submit(before.applicant);
    const steps = [ACCEPTANCE, ...OPINIONS, DECISION];
    for (const [i, [desk, element]] of steps.entries())
      await complete((i % 2 === 0 ? now : before)[desk], number, element);
    await finished(now.applicant, number);
    await finished(before.applicant, number);
  }, 600_000);
});
