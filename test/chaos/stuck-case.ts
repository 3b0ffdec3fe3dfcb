/**
 * One case whose step never ends, as a fault of ours would have it: it ends the worker three times, then it
 * is set aside for an operator, and other cases finish meanwhile. Taken up again once the fault is
 * mended, it goes on.
 */
import { rmSync, writeFileSync } from 'node:fs';
import type { Sessions } from '../../tools/bench/client.js';
import { signIn } from '../../tools/session/sign-in.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { OTHERS_MEANWHILE } from '../sizes.js';
import { eventually } from '../workflow/stage.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  answerOf,
  claim,
  complete,
  completionOf,
  doCase,
  finished,
  submit,
} from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside } from './case-family.js';
import type { FaultyPlatform } from './faulty-platform.js';

interface Incident {
  id: string;
  code: string;
  message: string;
}

export function stuckCase(on: FaultyPlatform): void {
  let admin: PatientSession;
  beforeAll(async () => {
    const session = await signIn(on.platform.url, 'admin', 'onestop');
    const { posts } = await session.get<{ posts: { id: string }[] }>('/api/session');
    if (posts[0]) await session.post('/api/session/post', { post: posts[0].id });
    admin = new PatientSession(session);
  }, 60_000);

  const patient = (who: keyof Sessions) => on.patient(who);
  const everybody = () => ({
    applicant: patient('applicant'),
    county: patient('county'),
    city: patient('city'),
    township: patient('township'),
  });

  /** Started anew, the worker reads what it is to be kept busy by. */
  async function restartWorker(): Promise<void> {
    const before = on.platform.pids()['worker']!;
    await on.platform.kill('worker');
    await on.platform.waitForRestart('worker', before);
  }

  const incidentsOf = async (number: string): Promise<Incident[]> =>
    (await admin.get<{ items: Incident[] }>(`/api/incidents?case=${number}`)).items;

  it('one case that keeps its worker busy is set aside, and others finish', async () => {
    const number = await submit(patient('applicant'));
    const [desk, element] = ACCEPTANCE;
    const task = await claim(patient(desk), number, element);
    writeFileSync(on.faultFile, `busy ${number}`);
    await restartWorker();
    void on.sessions[desk]
      .call('POST', completionOf(task), answerOf(element))
      .catch(() => undefined);

    const others = Promise.all(Array.from({ length: OTHERS_MEANWHILE }, () => doCase(everybody())));
    const [incident] = await eventually(
      'the incident',
      async () => {
        const found = await incidentsOf(number);
        return found.length > 0 ? found : undefined;
      },
      240_000,
    );
    expect(incident).toMatchObject({ code: 'worker-aborted' });
    expect(incident!.message).toContain('其他办件不受影响');
    const [row] = await on.database.query<{ times: number }[]>(
      `SELECT times FROM stuck_activation WHERE case_number = $1`,
      [number],
    );
    expect(row).toEqual({ times: 3 });

    // Set aside, it ends no worker any more.
    const worker = on.platform.pids()['worker'];
    expect(await others).toHaveLength(OTHERS_MEANWHILE);
    expect(on.platform.pids()['worker']).toBe(worker);

    rmSync(on.faultFile);
    await restartWorker();
    await admin.post(`/api/incidents/${incident!.id}/retry`, {});
    for (const [who, opinion] of OPINIONS) await complete(patient(who), number, opinion);
    await complete(patient(DECISION[0]), number, DECISION[1]);
    await finished(patient('applicant'), number);
    expect(await incidentsOf(number)).toEqual([]);
    const inside = await lookInside(on.dataDir);
    expect(await factsOf(inside, number)).toEqual({ ...UNHARMED, payments: 1 });
    await inside.close();
  }, 900_000);
}
