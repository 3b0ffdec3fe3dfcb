/** Text messages go out once, outside quiet hours, and what does not come is seen. */
import type { DataSource } from 'typeorm';
import type { Province as StandIn } from '../../province/server.js';
import { tell, takeBackTold } from '../../src/notifications/index.js';
import { sendAgain, sendAllAgain, textOverview } from '../../src/notifications/sending/failures.js';
import { TextMessageSender } from '../../src/notifications/sending/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import { createProvince } from '../../src/province/index.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';
import { eventually } from '../workflow/stage.js';
import { callsAt, SECRET, startStandIn } from './servers.js';
import { openTestCase, smallTown } from './stage.js';

describe('text messages', () => {
  let dataSource: DataSource;
  let standIn: StandIn;
  let sender: TextMessageSender;

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase(smallTown), PAYLOAD_KEYS);
    standIn = await startStandIn('http://localhost:9');
    const province = createProvince({ provinceUrl: standIn.url, provinceSecret: SECRET }, 400);
    sender = new TextMessageSender(dataSource, province);
    await quiet(0, 0);
  });
  afterEach(() => standIn.faults.clear());
  afterAll(async () => {
    await standIn.close();
    await dataSource.destroy();
  });

  const quiet = (quietFrom: number, quietTo: number) =>
    dataSource.query(
      `UPDATE supervision_setting SET content = $1 WHERE kind = 'quiet-hours' AND version = 1`,
      [JSON.stringify({ quietFrom, quietTo })],
    );

  /** 张晓梅 is told that a case of hers is accepted. @returns the notification's id */
  async function told(step?: number, person = 'zhang'): Promise<{ id: string; number: string }> {
    const number = await openTestCase(dataSource, 'free');
    await tellAccepted(number, step, person);
    const [row] = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM notification WHERE case_number = $1`,
      [number],
    );
    return { id: row!.id, number };
  }

  const tellAccepted = (number: string, step?: number, person = 'zhang') =>
    dataSource.transaction((manager) =>
      tell(manager, [
        {
          ...{ occasion: 'accepted', key: `${number}/c`, persons: [person, person] },
          ...{ about: { kind: 'case', id: number }, caseNumber: number, step },
          facts: { item: '临时占用城市道路许可', case: number, lastDay: '2026年12月3日' },
        },
      ]),
    );

  const stateOf = async (id: string): Promise<string | undefined> => {
    const [row] = await dataSource.query<{ state: string }[]>(
      `SELECT state FROM text_message WHERE notification_id = $1`,
      [id],
    );
    return row?.state;
  };
  const due = () => dataSource.query(`UPDATE text_message SET next_attempt_at = now()`);
  const triedFor = (time: string) =>
    dataSource.query(
      `UPDATE text_message SET tried_since = now() - $1::interval WHERE state IN ('waiting', 'sent')`,
      [time],
    );
  const newest = async (): Promise<string> => {
    const [row] = await dataSource.query<{ id: string }[]>(
      `SELECT notification_id AS id FROM text_message ORDER BY at DESC LIMIT 1`,
    );
    return row!.id;
  };
  const sent = () => runToEnd((round) => sender.send(round));
  const asked = () => runToEnd((round) => sender.ask(round));
  const telephone = async (): Promise<string[]> => {
    const response = await fetch(`${standIn.url}/telephones/zhang`);
    const { items } = (await response.json()) as { items: { text: string }[] };
    return items.map(({ text }) => text);
  };
  const textsOf = async (number: string) =>
    (await telephone()).filter((text) => text.includes(number));

  it('come once, whatever is repeated and whatever answer is lost', async () => {
    const { id, number } = await told();
    await tellAccepted(number);
    standIn.faults.set({ match: '/text-messages', mode: 'lost-answer', times: 1 });
    await expect(sent()).rejects.toThrow();
    expect(await stateOf(id)).toBe('waiting');
    await due();
    await sent();
    expect(await stateOf(id)).toBe('sent');
    await eventually('the receipt', async () => {
      await due();
      await asked();
      return (await stateOf(id)) === 'delivered' || undefined;
    });
    expect(await textsOf(number)).toEqual([
      `“临时占用城市道路许可”（办件 ${number}）已经受理，办理期限到 2026年12月3日。`,
    ]);
    const rows = await dataSource.query<unknown[]>(
      `SELECT 1 FROM notification WHERE case_number = $1`,
      [number],
    );
    expect(rows).toHaveLength(1);
    const calls = await callsAt(standIn.url, `?matter=case:${number}`);
    expect(calls[0]).toMatchObject({ actor: 'system:text-messages', purpose: '短信告知' });
  });

  it('wait while it is quiet, and while the gateway is late', async () => {
    const { id } = await told();
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23' }).format(),
    );
    await quiet(hour, (hour + 2) % 24);
    await sent();
    expect(await stateOf(id)).toBe('waiting');
    await quiet(0, 0);
    standIn.faults.set({ match: '/text-messages', mode: 'delay', ms: 700, times: 1 });
    await expect(sent()).rejects.toThrow();
    await due();
    await sent();
    expect(await stateOf(id)).toBe('sent');
  });

  it('that are refused, given up, returned or lost are shown to operators, who send them again', async () => {
    await dataSource.query(
      `INSERT INTO person (id, account, name, subject, kind)
       VALUES ('without', 'without', '无号', 'without', 'natural')`,
    );
    const ends: Record<string, string> = {};
    const failing = async (end: string, fail: () => Promise<void>, person = 'zhang') => {
      const { id } = await told(undefined, person);
      await fail();
      expect(await stateOf(id)).toBe(end);
      ends[end] = id;
      standIn.faults.clear();
    };
    await failing(
      'refused',
      async () => void (await expect(sent()).rejects.toThrow('手机号')),
      'without',
    );
    await failing('failed', async () => {
      // Neither a gateway that is away nor one that refuses us says anything of the message.
      for (const mode of ['error', 'refused', 'error'] as const) {
        standIn.faults.set({ match: '/text-messages', mode, times: 1 });
        await expect(sent()).rejects.toThrow();
        await due();
      }
      expect(await stateOf(await newest())).toBe('waiting');
      await triedFor('24 hours');
      standIn.faults.set({ match: '/text-messages', mode: 'error' });
      await expect(sent()).rejects.toThrow();
    });
    const pass = () => new Promise((resolve) => setTimeout(resolve, 60));
    await failing('undelivered', async () => {
      standIn.faults.set({ match: '/text-messages', mode: 'returned-notice', times: 1 });
      await sent();
      await pass();
      await due();
      await expect(asked()).rejects.toThrow('号码已停用');
    });
    await failing('unconfirmed', async () => {
      standIn.faults.set({ match: '/text-messages', mode: 'lost-notice', times: 1 });
      await sent();
      await due();
      await asked();
      await triedFor('48 hours');
      await due();
      await expect(asked()).rejects.toThrow('no receipt');
    });
    const { failed, counts } = await textOverview(dataSource.manager);
    expect(failed.map(({ id }) => id).sort()).toEqual(Object.values(ends).sort());
    expect(failed.find(({ state }) => state === 'undelivered')).toMatchObject({
      ...{ occasion: 'accepted', error: '号码已停用' },
    });
    expect(counts).toEqual(
      expect.arrayContaining(Object.keys(ends).map((state) => ({ state, count: 1 }))),
    );
    expect(JSON.stringify(failed)).not.toMatch(/zhang|张晓梅|临时占用/);

    const actor = { personId: 'zhang', postId: null };
    const gone = ends['failed']!;
    const superseded = (is: boolean) =>
      dataSource.query(`UPDATE notification SET superseded = $2 WHERE id = $1`, [gone, is]);
    await superseded(true);
    await expect(sendAgain(dataSource, actor as never, gone)).rejects.toMatchObject({
      code: 'text-not-failed',
    });
    expect((await textOverview(dataSource.manager)).failed).toHaveLength(3);
    await superseded(false);
    // Who had no telephone has one now.
    await dataSource.query(`UPDATE person SET subject = 'p-li' WHERE id = 'without'`);
    await sendAgain(dataSource, actor as never, ends['refused']!);
    // All the others at once, counted as they are; twice is none.
    const all = () => sendAllAgain(dataSource, actor as never);
    await superseded(true);
    expect(await all()).toEqual({ again: 2, left: 0 });
    await superseded(false);
    expect(await all()).toEqual({ again: 1, left: 0 });
    expect(await all()).toEqual({ again: 0, left: 0 });
    await sent();
    await pass();
    await due();
    await asked();
    for (const id of Object.values(ends)) expect(await stateOf(id)).toBe('delivered');
    expect((await textOverview(dataSource.manager)).failed).toEqual([]);
    await expect(sendAgain(dataSource, actor as never, ends['refused']!)).rejects.toMatchObject({
      code: 'text-not-failed',
    });
  });

  it('of a step that never happened do not go out; of one that comes back they do', async () => {
    const { id, number } = await told(3);
    await dataSource.transaction((manager) =>
      takeBackTold(manager, { caseNumber: number, step: 3 }),
    );
    expect(await stateOf(id)).toBeUndefined();
    await tellAccepted(number, 4);
    expect(await stateOf(id)).toBe('waiting');
    await sent();
    expect(await stateOf(id)).toBe('sent');
  });

  it('are not for people whom the identity service does not know', async () => {
    await dataSource.query(
      `INSERT INTO person (id, account, name, subject, kind)
       VALUES ('resident-1', 'resident-1', '王老汉', 'resident-1', 'natural') ON CONFLICT DO NOTHING`,
    );
    const number = await openTestCase(dataSource, 'free');
    await dataSource.transaction((manager) =>
      tell(manager, [
        {
          ...{ occasion: 'granted', key: number, persons: ['resident-1'], caseNumber: number },
          about: { kind: 'case', id: number },
          facts: { item: '临时占用城市道路许可', case: number, decision: '准予行政许可' },
        },
      ]),
    );
    const [row] = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM notification WHERE case_number = $1`,
      [number],
    );
    expect(await stateOf(row!.id)).toBeUndefined();
  });
});
