/** The drill: a backup under load, everything lost, put back, an open case finished. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
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

  await start();
  const later = await submit(people.applicant);
  expect([...early, ...load, ...lost]).not.toContain(later);
  await Promise.all(OPINIONS.slice(1).map((step) => done(early[0]!, step)));
  await done(early[0]!, DECISION);
  await expectUnharmed(early[0]!);
}, 400_000);
