/**
 * The province's systems away: for a while, which delays cases and loses nothing; or for good, which
 * a person sees, mends and retries. Whatever they did before they failed is not done again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultMode } from '../../province/faults/faults.js';
import type { Session } from '../../tools/session/sign-in.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  answerOf,
  claim,
  complete,
  completionOf,
  finished,
  submit,
  type Step,
} from '../chaos/benchmark-case.js';
import { UNHARMED, factsOf } from '../chaos/case-family.js';
import { PROVINCE_AWAY } from '../sizes.js';
import { eventually } from '../workflow/stage.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Incident {
  id: string;
  caseNumber: string;
  element: string;
  code: string;
  message: string;
}

interface Case {
  payments: unknown[];
  licences: unknown[];
}

let stage: ApiStage;
const open = (env?: NodeJS.ProcessEnv) => async () => {
  stage = await openApiStage({ workers: true, env });
};
const close = () => stage?.close();

const desk = (name: string): Promise<Session> => stage.as(`bench-${name}`);
const zhang = () => stage.as('zhang');

async function completeAll(number: string, steps: Step[]): Promise<void> {
  for (const [name, element] of steps) await complete(await desk(name), number, element);
}

/** Completes what was claimed; the answer comes at once, whatever happens outside afterwards. */
async function press([name, element]: Step, task: string): Promise<void> {
  await (await desk(name)).post(completionOf(task), answerOf(element));
}

async function incidentsOf(number: string, state = 'open'): Promise<Incident[]> {
  const path = `/api/incidents?case=${number}&state=${state}`;
  return (await (await desk('county')).get<{ items: Incident[] }>(path)).items;
}

/** How many the province's own books hold for a case; its licence is sealed as the paper that it is. */
async function keptByProvince(
  number: string,
): Promise<Record<'orders' | 'licences' | 'seals', number>> {
  const papers = await stage.dataSource.query<{ id: string }[]>(
    `SELECT id FROM official_document WHERE case_number = $1 AND kind = 'licence'`,
    [number],
  );
  const sealed = papers.map(({ id }) => `document/${id}`);
  const count = (book: string, name: string, isOf: (key: string) => boolean) => {
    const lines = readFileSync(join(stage.standIn.dataDir, `${book}.jsonl`), 'utf8').split('\n');
    const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    return new Set(records.filter(({ key }) => isOf(key)).map((record) => record[name])).size;
  };
  const ofCase = (key: string) => key.startsWith(`${number}/`);
  return {
    orders: count('orders', 'orderNo', ofCase),
    licences: count('licences', 'identifier', ofCase),
    seals: count('signatures', 'key', (key) => sealed.includes(key)),
  };
}

async function expectDoneOnce(number: string): Promise<void> {
  await finished(await zhang(), number);
  const { payments, licences } = await (await zhang()).get<Case>(`/api/cases/${number}`);
  expect(payments).toHaveLength(1);
  expect(licences).toHaveLength(1);
  expect(await keptByProvince(number)).toEqual({ orders: 1, licences: 1, seals: 1 });
  expect(await factsOf(stage, number)).toEqual({ ...UNHARMED, payments: 1 });
}

describe('the province away for a while', () => {
  beforeAll(open(), 120_000);
  afterAll(close, 30_000);

  it('delays cases and loses nothing: errors, lost answers, then nobody there at all', async () => {
    const [early, late] = [await submit(await zhang()), await submit(await zhang())];
    await completeAll(late, [ACCEPTANCE, ...OPINIONS]);
    const acceptance = await claim(await desk('county'), early, ACCEPTANCE[1]);
    const decision = await claim(await desk('county'), late, DECISION[1]);
    const began = Date.now();
    const stayAwayUntil = async (ms: number) => {
      while (Date.now() - began < ms) {
        expect([...(await incidentsOf(early)), ...(await incidentsOf(late))]).toEqual([]);
        await pause(500);
      }
    };

    const { standIn } = stage;
    standIn.faults().set({ match: '/', mode: 'error' });
    await press(ACCEPTANCE, acceptance);
    await press(DECISION, decision);
    // Who has nothing to do with the province goes on.
    const meanwhile = await submit(await zhang());
    await stayAwayUntil(PROVINCE_AWAY / 3);
    standIn.faults().clear();
    standIn.faults().set({ match: '/', mode: 'lost-answer' });
    await stayAwayUntil((PROVINCE_AWAY / 3) * 2);
    await standIn.leave();
    await stayAwayUntil(PROVINCE_AWAY);
    expect(await (await zhang()).get(`/api/cases/${early}`)).toMatchObject({ state: 'accepted' });
    // 缴费: the fee is asked for, and the province will hear of it.
    expect(await (await zhang()).get(`/api/cases/${late}`)).toMatchObject({ state: 'paying' });

    await standIn.comeBack();
    await completeAll(early, [...OPINIONS, DECISION]);
    await completeAll(meanwhile, [ACCEPTANCE, ...OPINIONS, DECISION]);
    for (const number of [early, late, meanwhile]) await expectDoneOnce(number);
  }, 240_000);
});

describe('the province failing for good', () => {
  beforeAll(open({ ADAPTER_GIVE_UP: '4s' }), 120_000);
  afterAll(close, 30_000);

  it.each<[FaultMode, string, string]>([
    ['error', '/licenses', 'licence'],
    ['lost-answer', '/payments', 'payment'],
    ['refused', '/seals', 'seal'],
  ])(
    'with %s at %s is an incident that a person retries after mending',
    async (mode, match, element) => {
      const number = await submit(await zhang());
      await completeAll(number, [ACCEPTANCE, ...OPINIONS]);
      stage.standIn.faults().set({ match, mode });
      await completeAll(number, [DECISION]);
      const first = async () => (await incidentsOf(number))[0];
      const incident = await eventually('the incident', first, 60_000);
      expect(incident).toMatchObject({ caseNumber: number, element, code: 'adapter-failed' });
      expect(incident.message).toMatch(/省平台/);
      const path = `/api/incidents/${incident.id}/retry`;
      const stranger = await (await stage.as('xt-urban')).call('POST', path, {});
      expect(stranger.status).toBe(403);

      stage.standIn.faults().clear();
      const { status } = await (await desk('county')).call('POST', path, {});
      expect(status).toBe(200);
      await expectDoneOnce(number);
      expect(await incidentsOf(number)).toEqual([]);
      expect(await incidentsOf(number, 'resolved')).toHaveLength(1);
    },
    90_000,
  );
});
