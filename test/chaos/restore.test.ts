/**
 * The drill: a backup under load, everything lost, put back, the open cases finished; then one store put
 * back without the other, once while nothing runs and once under a running platform, noticed, repaired,
 * and the cases finished all the same.
 */
import { execFile, execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { AnswerError } from '../../tools/session/sign-in.js';
import { ROOT } from '../../tools/start/settings.js';
import { PatientSession } from '../../tools/demo/patience.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  complete,
  finished,
  submit,
  type Step,
} from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside } from './case-family.js';
import { eventually } from '../workflow/stage.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

const dataDir = newDataFolder();
const kept = newDataFolder();
const backup = join(kept, 'backup');
let platform: Platform | undefined;
afterAll(async () => {
  await platform?.stop();
  removeFolder(dataDir);
  removeFolder(kept);
}, 120_000);

type People = Record<keyof Sessions, PatientSession>;
let people: People;

async function start(): Promise<Platform> {
  platform = await startPlatform({ dataDir, port: platform?.port, env: { DEMO_DAY: '60s' } });
  const sessions = Object.entries(await openSessions(platform.url));
  people = Object.fromEntries(
    sessions.map(([who, session]) => [who, new PatientSession(session)]),
  ) as People;
  return platform;
}

/** A command of ours on the platform's folder. @returns what it said @throws when it fails */
async function command(entry: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', DATA_DIR: dataDir };
  const run = promisify(execFile)(process.execPath, ['tools/run.mjs', entry, ...args], {
    cwd: ROOT,
    env,
  });
  return (await run).stdout;
}

const done = (number: string, [desk, element]: Step) => complete(people[desk], number, element);

/** Does what is left of a case once it has been accepted. */
async function decide(number: string): Promise<void> {
  for (const step of [...OPINIONS, DECISION]) await done(number, step);
}

async function expectUnharmed(...numbers: string[]): Promise<void> {
  for (const number of numbers) await finished(people.applicant, number);
  const inside = await lookInside(dataDir);
  try {
    const facts = await factsOf(inside, ...numbers);
    expect(facts).toEqual({ ...UNHARMED, payments: numbers.length });
  } finally {
    await inside.close();
  }
}

/** With the owners of its files: the database runs as a user of its own. */
const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

const keepAside = (store: string) => copy(join(dataDir, store), join(kept, store));

/** One store as it was, the other as it is: in a moment, so that who keeps its server running sees one or the other. */
function putBackAlone(store: string): void {
  renameSync(join(dataDir, store), join(dataDir, `${store}-of-now`));
  renameSync(join(kept, store), join(dataDir, store));
}

/** Stores of two times: it says so and takes nothing, until it is repaired. */
async function expectRefusedAndRepaired(): Promise<string> {
  const { url, waitHealthy } = platform!;
  const health = await eventually(
    'the stores to be found apart',
    async () => {
      const answer = await fetch(`${url}/api/health`).catch(() => undefined);
      const { parts } = ((await answer?.json()) ?? {}) as { parts?: object };
      return parts && 'stores' in parts && parts.stores === false ? answer!.status : undefined;
    },
    60_000,
  );
  expect(health).toBe(503);
  const { applicant } = await openSessions(url);
  const refused = await applicant
    .post('/api/drafts', { item: '219900001000', region: '210381003' })
    .then(
      () => null,
      (error: unknown) => error as AnswerError,
    );
  expect(refused).toMatchObject({ status: 503, problem: { code: 'stores-apart' } });
  await applicant.get('/api/cases');
  const said = await command('tools/verify/main.ts', '--repair');
  expect(said).toMatch(/^epoch \d+$/m);
  await waitHealthy();
  return said;
}

let open: string[] = [];

it('puts back what was backed up while the platform worked, and gives no number twice', async () => {
  await start();
  const early = await Promise.all([1, 2, 3].map(() => submit(people.applicant)));
  await Promise.all(early.map((number) => done(number, ACCEPTANCE)));
  let loaded = true;
  const load: string[] = [];
  const loading = (async () => {
    while (loaded) load.push(await submit(people.applicant));
  })();
  await done(early[0]!, OPINIONS[0]!);
  await command('tools/backup/main.ts', backup);
  loaded = false;
  await loading;
  const lost = [await submit(people.applicant), await submit(people.applicant)];
  await platform!.killSupervisor();
  const said = await command('tools/backup/restore.ts', backup);
  expect(said).toContain('已恢复到');
  for (const store of ['postgres', 'temporal']) keepAside(store);

  await start();
  const later = await submit(people.applicant);
  expect([...early, ...load, ...lost]).not.toContain(later);
  await Promise.all(OPINIONS.slice(1).map((step) => done(early[0]!, step)));
  await done(early[0]!, DECISION);
  await expectUnharmed(early[0]!);
  await done(later, ACCEPTANCE);
  open = [...early.slice(1), later];
}, 400_000);

it('notices PostgreSQL put back alone, and goes on from its tables', async () => {
  const [one, two, later] = open as [string, string, string];
  for (const step of OPINIONS) await done(one, step);
  await platform!.stop();
  putBackAlone('postgres');
  await start();
  expect(platform!.output()).toContain('npm run verify -- --repair');
  // It came in after what was put back: nothing is left of it but its workflow, which is ended and told.
  expect(await expectRefusedAndRepaired()).toContain(`{"caseNumber":"${later}"`);
  await decide(one);
  await expectUnharmed(one);
  open = [two];
}, 400_000);

it('notices Temporal put back alone under it, and goes on from the tables', async () => {
  const [two] = open as [string];
  await done(two, OPINIONS[0]!);
  const { supervisor, pids, kill, waitForRestart } = platform!;
  const before = pids()['temporal']!;
  // It would start what is killed on the folder that goes.
  process.kill(supervisor, 'SIGSTOP');
  await kill('temporal');
  putBackAlone('temporal');
  process.kill(supervisor, 'SIGCONT');
  await waitForRestart('temporal', before);
  await expectRefusedAndRepaired();
  for (const step of [...OPINIONS.slice(1), DECISION]) await done(two, step);
  await expectUnharmed(two);
}, 400_000);
