/**
 * The places where a power cut hurts most: each with the worker (or API) killed, and with the Temporal
 * server killed too, and then a different event arriving first. Afterwards tables and workflows agree
 * and every command has its answer.
 */
import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PatientSession } from '../../tools/demo/patience.js';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import type { FaultPoint } from '../../src/platform/fault/fault-points.js';
import { CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import { eventually } from '../workflow/stage.js';
import { UNHARMED, factsOf, lookInside, type Inside } from './case-family.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

// Which event wins after a cut is a race on a busy machine: a second try is logged, not hidden.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
const dataDir = newDataFolder();
const faultFile = join(dataDir, 'fault');
let platform: Platform;
let sessions: Sessions;
beforeAll(async () => {
  platform = await startPlatform({ dataDir, env: { FAULT_FILE: faultFile } });
  sessions = await openSessions(platform.url);
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  removeFolder(dataDir);
}, 120_000);

type Desk = Exclude<keyof Sessions, 'applicant'>;

const patient = (desk: keyof Sessions) => new PatientSession(sessions[desk]);

async function submit(): Promise<string> {
  const applicant = patient('applicant');
  const draft = await applicant.post<{ id: string }>('/api/drafts', {
    item: '219900001000',
    region: '210381003',
  });
  const form = { creditCode: '92210399MA0XT0013G', subject: '断电演练' };
  await applicant.put(`/api/drafts/${draft.id}`, { form, materials: {} });
  const { number } = await applicant.post<{ number: string }>('/api/cases', { draft: draft.id });
  return number;
}

/** Claims the task of an element once it waits. @returns its id */
async function claim(desk: Desk, number: string, element: string): Promise<string> {
  const session = patient(desk);
  const id = await eventually(
    `${element} of ${number}`,
    async () => {
      const list = await session.get<{ items: { id: string; element: string }[] }>(
        `/api/tasks?view=pool&case=${number}`,
      );
      return list.items.find((task) => task.element === element)?.id;
    },
    90_000,
  );
  await session.put(`/api/tasks/${id}/claim`);
  return id;
}

const answerOf = (element: string) => ({
  outcome: element === 'acceptance' ? 'accept' : element === 'decision' ? 'grant' : 'agree',
  form: {},
});

/** One press of the button, whatever comes of it; the sweeper does the rest. */
function press(desk: Desk, id: string, element: string): Promise<unknown> {
  const headers = { 'idempotency-key': randomUUID() };
  return sessions[desk]
    .call('POST', `/api/tasks/${id}/completion`, answerOf(element), headers)
    .catch(() => undefined);
}

async function complete(desk: Desk, number: string, element: string): Promise<void> {
  const id = await claim(desk, number, element);
  await patient(desk).post(`/api/tasks/${id}/completion`, answerOf(element));
}

function arm(point: FaultPoint): void {
  rmSync(`${faultFile}.reached`, { force: true });
  writeFileSync(faultFile, point);
}

const reached = () =>
  eventually('the fault', () =>
    Promise.resolve(existsSync(`${faultFile}.reached`) ? true : undefined),
  );

/** The killed process is gone; with `alsoTemporal` what the server had not written is lost too. */
async function cut(alsoTemporal: boolean): Promise<void> {
  await reached();
  if (alsoTemporal) await platform.kill('temporal');
}

async function finish(number: string, elements: [Desk, string][]): Promise<void> {
  for (const [desk, element] of elements) await complete(desk, number, element);
  await eventually(
    `end of ${number}`,
    async () => {
      const { state } = await patient('applicant').get<{ state: string }>(`/api/cases/${number}`);
      return state === 'finished' ? true : undefined;
    },
    120_000,
  );
}

async function inside<T>(work: (stores: Inside) => Promise<T>): Promise<T> {
  await platform.waitHealthy();
  const stores = await lookInside(dataDir);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

const expectUnharmed = (number: string) =>
  inside(async (stores) => {
    expect(await factsOf(stores, number)).toEqual({ ...UNHARMED, payments: 1 });
  });

/** A case with its three parallel opinions waiting: two different events can come. */
async function atTheThreeOpinions(): Promise<string> {
  const number = await submit();
  await complete('county', number, 'acceptance');
  return number;
}

const AFTER: [Desk, string][] = [
  ['township', 'townshipOpinion'],
  ['county', 'decision'],
];

describe.each([
  ['the process alone', false],
  ['the process and the Temporal server', true],
])('a cut of %s', (_name, alsoTemporal) => {
  it('after a command became a row loses no command', async () => {
    const number = await atTheThreeOpinions();
    const first = await claim('county', number, 'countyOpinion');
    arm('after-command-row');
    const pressed = press('county', first, 'countyOpinion');
    await cut(alsoTemporal);
    await complete('city', number, 'cityOpinion');
    await pressed;
    await finish(number, AFTER);
    await expectUnharmed(number);
  }, 300_000);

  it('after a step was recorded leaves tables and workflow agreed', async () => {
    const number = await atTheThreeOpinions();
    const [first, second] = [
      await claim('county', number, 'countyOpinion'),
      await claim('city', number, 'cityOpinion'),
    ];
    arm('after-record');
    const pressed = press('county', first, 'countyOpinion');
    await cut(alsoTemporal);
    await platform.waitHealthy();
    await patient('city').post(`/api/tasks/${second}/completion`, answerOf('cityOpinion'));
    await pressed;
    await finish(number, AFTER);
    await expectUnharmed(number);
  }, 300_000);

  it("after an adapter's call does nothing outside twice", async () => {
    const number = await atTheThreeOpinions();
    for (const [desk, element] of [
      ['county', 'countyOpinion'],
      ['city', 'cityOpinion'],
      ['township', 'townshipOpinion'],
    ] as [Desk, string][]) {
      await complete(desk, number, element);
    }
    const decision = await claim('county', number, 'decision');
    arm('after-adapter-call');
    await press('county', decision, 'decision');
    await cut(alsoTemporal);
    await finish(number, []);
    await expectUnharmed(number);
  }, 300_000);

  it('before continuing as new goes on in the run that was', async () => {
    const number = await atTheThreeOpinions();
    await inside(async ({ temporal }) => {
      arm('before-continue-as-new');
      await temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
      await cut(alsoTemporal);
    });
    await complete('city', number, 'cityOpinion');
    await complete('county', number, 'countyOpinion');
    await finish(number, AFTER);
    await expectUnharmed(number);
  }, 300_000);
});
