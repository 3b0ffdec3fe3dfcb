/** Commands that no case answers: in turn, ever more rarely, and at last as incidents. */
import { randomUUID } from 'node:crypto';
import { Round } from '../../src/platform/recurring/index.js';
import { BY_HANDLER, HANDLER, diagram, openStage, type Stage } from './stage.js';

const waiting = diagram(
  'waiting',
  `<startEvent id="start"/><userTask id="wait" name="等" ${BY_HANDLER} onestop:outcomes="ok=好"/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
   <sequenceFlow id="f2" sourceRef="wait" targetRef="end"/>`,
);

describe('commands that are not answered', () => {
  let stage: Stage;
  /** Its workflow is gone, as no workflow should be; nothing that is sent there is answered. */
  let lost: string;
  beforeAll(async () => {
    stage = await openStage({ waiting: { xml: waiting } });
    lost = await stage.submit('waiting');
    await stage.temporal.workflow.getHandle(lost).terminate();
  }, 120_000);
  afterAll(() => stage?.close());

  /** A message to a case, sent so often, and last so many seconds ago. @returns its id */
  async function sent(caseNumber: string, attempts: number, ago: number): Promise<string> {
    const id = randomUUID();
    await stage.dataSource.query(
      `INSERT INTO command (id, case_number, kind, person_id, payload, status, attempts, sent_at)
       VALUES ($1, $2, 'message', 'system', '{"name": "news", "variables": {}}', 'pending', $3,
               now() - make_interval(secs => $4))`,
      [id, caseNumber, attempts, ago],
    );
    return id;
  }

  const sweep = async (): Promise<string[]> => {
    const failed: string[] = [];
    const round = new Round(new AbortController().signal, (item) => failed.push(item));
    await stage.sweeper.sweep(round);
    return failed;
  };
  const rowOf = async (id: string) => {
    const [row] = await stage.dataSource.query<{ status: string; attempts: number }[]>(
      `SELECT status, attempts FROM command WHERE id = $1`,
      [id],
    );
    return row!;
  };
  afterEach(() => stage.dataSource.query(`DELETE FROM command WHERE case_number = $1`, [lost]));

  it('keep none waiting that would be', async () => {
    const well = await stage.submit('waiting');
    for (let i = 0; i < 45; i += 1) await sent(lost, 2, 100);
    const waited = await sent(well, 2, 200);
    expect(await sweep()).toHaveLength(19);
    expect(await rowOf(waited)).toMatchObject({ status: 'done' });
    expect(await sweep()).toHaveLength(20);
    expect(await sweep()).toHaveLength(6);
    expect(await sweep()).toEqual([]);
  }, 120_000);

  it('are sent ever more rarely, a minute apart at most', async () => {
    const [young, old, due] = [
      await sent(lost, 1, 10),
      await sent(lost, 9, 45),
      await sent(lost, 9, 65),
    ];
    expect(await sweep()).toEqual([`command ${due}`]);
    for (const [id, attempts] of [[young, 1] as const, [old, 9] as const, [due, 10] as const])
      expect(await rowOf(id)).toEqual({ status: 'pending', attempts });
  }, 60_000);

  it('are an incident in the end, and sent again when a person has mended the cause', async () => {
    const id = await sent(lost, 60, 100);
    expect(await sweep()).toEqual([]);
    expect(await sweep()).toEqual([]);
    expect(await rowOf(id)).toEqual({ status: 'pending', attempts: 60 });
    const open = () =>
      stage.dataSource.query<{ id: string; message: string }[]>(
        `SELECT id, message FROM incident
          WHERE case_number = $1 AND code = 'command-unanswered' AND state = 'open'`,
        [lost],
      );
    const [incident] = await open();
    expect(incident?.message).toContain('一直没有回应');
    await stage.cases.retryIncident(incident!.id, HANDLER, undefined, randomUUID());
    expect(await open()).toEqual([]);
    expect(await sweep()).toEqual([`command ${id}`]);
    expect(await rowOf(id)).toEqual({ status: 'pending', attempts: 2 });
  }, 60_000);
});
