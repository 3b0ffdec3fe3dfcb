/**
 * PostgreSQL killed, and away for a while, while people are at work: they are told the truth,
 * and afterwards everything they did has been done once and in its order.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { startPostgres, type Postgres } from '../../tools/embedded/postgres.js';
import { DATABASE_AWAY } from '../sizes.js';
import { eventually } from '../workflow/stage.js';
import { ACCEPTANCE, answerOf, claim, completionOf, doCase, submit } from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside } from './case-family.js';
import { NotedSession, type Note } from './noted-session.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

const CLIENTS = 3;

const dataDir = newDataFolder();
const dir = join(dataDir, 'database');
let database: Postgres;
let platform: Platform;
beforeAll(async () => {
  // The test's own server: nobody starts it again before the test does.
  database = await startPostgres({ dir });
  platform = await startPlatform({
    dataDir,
    env: { DATABASE_URL: database.url, DEMONSTRATION: 'on' },
  });
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  await database?.stop();
  removeFolder(dataDir);
}, 120_000);

type Callers = Record<keyof Sessions, NotedSession>;

async function callersNotedIn(notes: Note[]): Promise<Callers> {
  const sessions = await openSessions(platform.url);
  const entries = Object.entries(sessions).map(([who, session]) => [
    who,
    new NotedSession(session, notes),
  ]);
  return Object.fromEntries(entries) as Callers;
}

/** A completion whose step cannot be recorded: the test holds the case's row until PostgreSQL dies. */
async function pressWhileHeld(callers: Callers) {
  const [desk, element] = ACCEPTANCE;
  const number = await submit(callers.applicant);
  const id = await claim(callers[desk], number, element);
  const holder = new pg.Client(database.url);
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('BEGIN');
  // Commands refer to the row and may: only its change has to wait.
  await holder.query('SELECT 1 FROM cases WHERE number = $1 FOR NO KEY UPDATE', [number]);
  const pressed = callers[desk].once('POST', completionOf(id), answerOf(element), randomUUID());
  const waiting = `SELECT 1 FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`;
  await eventually(
    'the step that cannot be recorded',
    async () => (await holder.query(waiting)).rowCount || undefined,
    90_000,
  );
  return { number, pressed };
}

async function expectToldOf(what: Record<string, boolean>, status: number): Promise<void> {
  const answer = await fetch(`${platform.url}/api/health`);
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({
    status,
    body: { parts: what },
  });
}

/** Kills the server and starts it again once it was away for the time given. */
async function away(): Promise<void> {
  process.kill(database.pid, 'SIGKILL');
  await database.exited;
  const gone = Date.now();
  while (Date.now() - gone < DATABASE_AWAY) {
    await expectToldOf({ database: false }, 503);
    await pause(1_000);
  }
  database = await startPostgres({ dir, port: database.port });
}

describe('PostgreSQL away for a while', () => {
  it('is told to callers, and loses, repeats and disorders nothing', async () => {
    const notes: Note[] = [];
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => callersNotedIn(notes)));
    const done: string[] = [];
    let over = false;
    const work = async (callers: Callers) => {
      while (!over) done.push(await doCase(callers));
    };
    const working = Promise.all(clients.map(work));
    await eventually('steady work', async () => (done.length > 0 ? true : undefined), 90_000);
    const held = await pressWhileHeld(clients[0]!);
    const before = platform.pids();
    const doneBefore = done.length;

    await away();
    const answer = await held.pressed;
    over = true;
    await working;

    expect(notes.filter(({ wrong }) => wrong !== null)).toEqual([]);
    expect(notes.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    expect(answer!.status).toBe(202);
    const result = await clients[0]!.county.resultOf(answer!.headers.get('location')!);
    expect(result).toMatchObject({ number: held.number, step: 2, state: 'accepted' });
    // Nobody lost their work by a restart.
    expect(platform.pids()).toEqual(before);
    expect(done.length).toBeGreaterThanOrEqual(doneBefore + CLIENTS);

    await platform.waitHealthy();
    const inside = await lookInside(dataDir);
    try {
      expect(await factsOf(inside, ...done)).toEqual({ ...UNHARMED, payments: done.length });
      expect(await factsOf(inside, held.number)).toEqual({ ...UNHARMED, payments: 0 });
    } finally {
      await inside.close();
    }
  }, 300_000);
});
