/**
 * The places where a power cut hurts most: each with the worker (or API) killed, and with the Temporal
 * server killed too, and then a different event arriving first. Afterwards tables and workflows agree
 * and every command has its answer; a step that was recorded but never happened is there to see.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { signedHeaders } from '../../province/signature.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import type { FaultPoint } from '../../src/platform/fault/fault-points.js';
import type { Sessions } from '../../tools/bench/client.js';
import { persist } from '../../tools/demo/patience.js';
import { platformConfig } from '../../tools/start/running.js';
import { CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import { eventually } from '../workflow/stage.js';
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
} from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside, type Inside } from './case-family.js';
import type { FaultyPlatform } from './faulty-platform.js';
import { holdBack, letGo, stepsOf, stepsWhen, type RecordedStep } from './held-command.js';

const [COUNTY, CITY, TOWNSHIP] = OPINIONS as [Step, Step, Step];

export function faultPoints(on: FaultyPlatform): void {
  const patient = (who: keyof Sessions) => on.patient(who);

  const take = (number: string, [desk, element]: Step) => claim(patient(desk), number, element);

  /** One press of the button, whatever comes of it; the sweeper does the rest. */
  function press([desk, element]: Step, id: string): Promise<unknown> {
    const headers = { 'idempotency-key': randomUUID() };
    return on.sessions[desk]
      .call('POST', completionOf(id), answerOf(element), headers)
      .catch(() => undefined);
  }

  /** Pressed until it is answered. */
  const pressPatiently = ([desk, element]: Step, id: string): Promise<unknown> =>
    patient(desk).post(completionOf(id), answerOf(element));

  async function completeAll(number: string, steps: Step[]): Promise<void> {
    for (const [desk, element] of steps) await complete(patient(desk), number, element);
  }

  function arm(point: FaultPoint): void {
    rmSync(`${on.faultFile}.reached`, { force: true });
    writeFileSync(on.faultFile, point);
  }

  /** The process that passed the armed point is killed. */
  const reached = () =>
    eventually('the fault', () =>
      Promise.resolve(existsSync(`${on.faultFile}.reached`) ? true : undefined),
    );

  async function finish(number: string, steps: Step[]): Promise<void> {
    await completeAll(number, steps);
    await finished(patient('applicant'), number);
  }

  async function inside<T>(work: (stores: Inside) => Promise<T>): Promise<T> {
    await on.platform.waitHealthy();
    const stores = await lookInside(on.dataDir);
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
    const number = await submit(patient('applicant'));
    await completeAll(number, [ACCEPTANCE]);
    return number;
  }

  const lastOf = (steps: RecordedStep[]): RecordedStep => steps.at(-1)!;

  const lastStep = async (number: string) => lastOf(await stepsOf(on.database, number)).step;

  async function stateOf(taskId: string): Promise<string> {
    const rows = await on.database.query<{ state: string }[]>(
      `SELECT state FROM task WHERE id = $1`,
      [taskId],
    );
    return rows[0]!.state;
  }

  /** A department's own system tells of a step; nobody asked, and it is kept. */
  function departmentNotice(caseNumber: string): Promise<void> {
    const { provinceSecret } = platformConfig(on.dataDir);
    const body = JSON.stringify({
      noticeId: randomUUID(),
      caseNumber,
      system: 'fire',
      externalNumber: '1',
      step: 'received',
      at: new Date().toISOString(),
    });
    return persist(async () => {
      const path = '/api/notices/department-system';
      const signed = signedHeaders(provinceSecret, { method: 'POST', path, body });
      const headers = { ...signed, 'content-type': 'application/json' };
      const url = `${on.platform.url}${path}`;
      const { status } = await fetch(url, { method: 'POST', headers, body });
      if (status !== 200) throw new Error(`the notice was answered ${status}`);
    });
  }

  /** The stand-in answers payments with errors, until told otherwise. */
  async function switchPayments(away: boolean): Promise<void> {
    const url = `${platformConfig(on.dataDir).provinceUrl}/faults`;
    const headers = { 'content-type': 'application/json' };
    const fault = JSON.stringify({ match: '/payments', mode: 'error' });
    const answer = await (away
      ? fetch(url, { method: 'PUT', headers, body: fault })
      : fetch(url, { method: 'DELETE' }));
    expect(answer.ok).toBe(true);
  }

  describe.each([
    ['the process alone', false],
    ['the process and the Temporal server', true],
  ])('a cut of %s', (_name, alsoTemporal) => {
    const cutTemporal = async () => {
      if (alsoTemporal) await on.platform.kill('temporal');
    };

    it('after a command became a row: what comes first is done first, the command after it', async () => {
      const number = await atTheThreeOpinions();
      const [first, second] = [await take(number, COUNTY), await take(number, CITY)];
      const step = await lastStep(number);
      arm('after-command-row');
      const pressed = press(COUNTY, first);
      await reached();
      const id = await holdBack(on.database, number);
      await cutTemporal();
      await pressPatiently(CITY, second);
      const { cause } = lastOf(await stepsWhen(on.database, number, (s) => lastOf(s).step > step));
      await letGo(on.database, id);
      await pressed;
      await finish(number, [TOWNSHIP, DECISION]);
      await expectUnharmed(number);
      expect(await stepsOf(on.database, number)).toEqual(
        expect.arrayContaining([
          { step: step + 1, cause, superseded: false },
          expect.objectContaining({ cause: `command:${id}`, superseded: false }),
        ]),
      );
    }, 300_000);

    it("after an adapter's call: nothing is done outside twice, and a notice may come first", async () => {
      const number = await atTheThreeOpinions();
      await completeAll(number, OPINIONS);
      const step = await lastStep(number);
      const decision = await take(number, DECISION);
      arm('after-adapter-call');
      await press(DECISION, decision);
      await reached();
      await switchPayments(true);
      await cutTemporal();
      await departmentNotice(number);
      await stepsWhen(on.database, number, (steps) => lastOf(steps).step === step + 2);
      await switchPayments(false);
      await finish(number, []);
      await expectUnharmed(number);
      const causes = (await stepsOf(on.database, number)).map(({ cause }) => cause.split(':')[0]);
      expect(causes.slice(step)).toEqual([
        'command',
        'command',
        'activity',
        'activity',
        'activity',
      ]);
    }, 300_000);

    it('before continuing as new: the run that was goes on', async () => {
      const number = await atTheThreeOpinions();
      await inside(async ({ temporal }) => {
        arm('before-continue-as-new');
        await temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);
        await reached();
      });
      await cutTemporal();
      await completeAll(number, [CITY, COUNTY]);
      await finish(number, [TOWNSHIP, DECISION]);
      await expectUnharmed(number);
    }, 300_000);
  });

  describe('after a step was recorded', () => {
    it('a cut of the worker alone loses nothing: the step is the same once more', async () => {
      const number = await atTheThreeOpinions();
      const [first, second] = [await take(number, COUNTY), await take(number, CITY)];
      const step = await lastStep(number);
      arm('after-record');
      const pressed = press(COUNTY, first);
      await reached();
      const { cause } = lastOf(await stepsOf(on.database, number));
      await Promise.all([pressed, pressPatiently(CITY, second)]);
      await finish(number, [TOWNSHIP, DECISION]);
      await expectUnharmed(number);
      const steps = await stepsOf(on.database, number);
      expect(steps.filter(({ superseded }) => superseded)).toEqual([]);
      expect(steps[step]).toEqual({ step: step + 1, cause, superseded: false });
    }, 300_000);

    it('a cut of worker, API and Temporal server lets another event take its place, and keeps it to be seen', async () => {
      const number = await atTheThreeOpinions();
      const [first, second] = [await take(number, COUNTY), await take(number, CITY)];
      const step = (await lastStep(number)) + 1;
      arm('after-record');
      const pressed = press(COUNTY, first);
      await reached();
      // Nobody may send it again before the other: neither the API that waits for it nor the sweeper.
      const id = await holdBack(on.database, number);
      await Promise.all([on.platform.kill('api'), on.platform.kill('temporal')]);
      await pressed;
      const lost = { step, cause: `command:${id}` };
      expect((await stepsOf(on.database, number)).at(-1)).toEqual({ ...lost, superseded: false });

      await pressPatiently(CITY, second);
      const steps = await stepsWhen(on.database, number, (s) => lastOf(s).cause !== lost.cause);
      expect(steps.slice(step - 1)).toEqual([
        { ...lost, superseded: true },
        { step, cause: expect.stringMatching(/^command:/), superseded: false },
      ]);
      // What is under way cannot be pressed a second time.
      expect(await stateOf(first)).toBe('completing');
      await inside(async (stores) => {
        const { differences } = await verifyCases(stores.dataSource, stores.temporal, {
          numbers: [number],
        });
        expect(differences).toEqual([]);
      });

      await letGo(on.database, id);
      const after = await stepsWhen(on.database, number, (s) => lastOf(s).cause === lost.cause);
      expect(after.slice(step - 1)).toEqual([
        ...steps.slice(step - 1),
        { ...lost, step: step + 1, superseded: false },
      ]);
      await finish(number, [TOWNSHIP, DECISION]);
      await expectUnharmed(number);
    }, 300_000);

    it('what is done on tasks of a step that is lost waits until the step is there again', async () => {
      const number = await atTheThreeOpinions();
      await completeAll(number, [COUNTY, CITY]);
      const last = await take(number, TOWNSHIP);
      arm('after-record');
      const pressed = press(TOWNSHIP, last);
      await reached();
      const id = await holdBack(on.database, number);
      await Promise.all([on.platform.kill('api'), on.platform.kill('temporal')]);
      await pressed;
      // Its task stands in the tables, and people see it; its workflow knows nothing of it.
      const decision = await take(number, DECISION);
      const early = await pressPatiently(DECISION, decision);
      expect(early).toEqual(expect.objectContaining({ status: 'pending' }));
      await letGo(on.database, id);
      await finish(number, []);
      await expectUnharmed(number);
    }, 300_000);
  });
}
