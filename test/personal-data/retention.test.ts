/** Drafts and files go when the city's days are over, and only how many went is kept. */
import { existsSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Retention } from '../../src/handling/retention/retention.js';
import { FileSystemStorage } from '../../src/papers/files/index.js';
import { draftOf, SHOP_SIGN, shopSignForm, upload, XIANGTANG } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';

describe('what nobody needs any more', () => {
  let stage: ApiStage;
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  beforeAll(async () => {
    stage = await openApiStage({ env: { STORAGE_DIR: folder } });
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const older = (table: string, column: string, id: string, days: number) =>
    stage.dataSource.query(
      `UPDATE ${table} SET ${column} = now() - make_interval(days => $2) WHERE id = $1`,
      [id, days],
    );
  const ids = async (table: string) => {
    const rows = await stage.dataSource.query<{ id: string }[]>(`SELECT id FROM ${table}`);
    return rows.map(({ id }) => id);
  };
  /** What an account was told of so many days ago. @returns ids in that order */
  const toldOf = async (account: string, daysAgo: string[]) => {
    const rows = await stage.dataSource.query<{ id: string }[]>(
      `INSERT INTO notification (key, person_id, text, at)
       SELECT 'kept/' || place, person.id, '演示', now() - make_interval(days => days::int)
         FROM unnest($2::text[]) WITH ORDINALITY AS t (days, place), person
        WHERE account = $1 ORDER BY place RETURNING id`,
      [account, daysAgo],
    );
    return rows.map(({ id }) => id);
  };
  const path = (id: string) => join(folder, id.slice(0, 2), id);

  it('goes after the days that hold, with its record, and nothing else does', async () => {
    const admin = await stage.as('admin');
    const validFrom = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format();
    const days = {
      draftDays: 60,
      handedInDraftDays: 10,
      fileDays: 5,
      answerDays: 3,
      notificationDays: 40,
      validFrom,
    };
    await admin.put('/api/supervision-settings/retention', days);
    const zhang = await stage.as('zhang');
    const named = (await upload(zhang)).body.id;
    const unused = (await upload(zhang)).body.id;
    const fresh = (await upload(zhang)).body.id;
    const old = await draftOf(zhang, SHOP_SIGN, shopSignForm);
    const young = await draftOf(zhang, SHOP_SIGN, shopSignForm, { 'sign-picture': [named] });
    const [unwanted, lately] = [
      await draftOf(zhang, SHOP_SIGN, {}),
      await draftOf(zhang, SHOP_SIGN, {}),
    ];
    for (const [draft, days] of [
      [unwanted, 8],
      [lately, 6],
    ] as const) {
      await zhang.call('DELETE', `/api/drafts/${draft}`);
      await older('draft', 'deleted_at', draft, days);
    }
    const clerk = await stage.as('xt-window');
    const entry = await clerk.post<{ id: string }>('/api/window/entries', {
      ...{ item: SHOP_SIGN, region: XIANGTANG, kind: 'natural' },
      ...{ idNumber: '210399198604120024', name: '张晓梅' },
    });
    for (const draft of [old, entry.id]) await older('draft', 'updated_at', draft, 61);
    await older('draft', 'updated_at', young, 59);
    for (const file of [named, unused]) await older('stored_file', 'created_at', file, 6);
    // Long read, long unread, on its way still, and of late.
    const [read, unread, onItsWay, late] = await toldOf('zhang', ['41', '41', '41', '39']);
    await stage.dataSource.query(`UPDATE notification SET read_at = at WHERE id = $1`, [read]);
    await stage.dataSource.query(
      `INSERT INTO text_message (notification_id, state) VALUES ($1, 'delivered'), ($2, 'waiting')`,
      [unread, onItsWay],
    );

    await new Retention(stage.dataSource, new FileSystemStorage(folder)).run();

    expect((await ids('draft')).sort()).toEqual([young, lately].sort());
    const listed = () => zhang.get<{ items: object[]; deleted: object[] }>('/api/drafts');
    const [youngOne, latelyOne] = [young, lately].map((id) => expect.objectContaining({ id }));
    expect(await listed()).toMatchObject({ items: [youngOne], deleted: [latelyOne] });
    expect((await zhang.call('GET', `/api/drafts/${lately}`)).status).toBe(404);
    await zhang.post(`/api/drafts/${lately}/restoration`, {});
    expect(await listed()).toMatchObject({ items: [latelyOne, youngOne], deleted: [] });
    const beyond = await zhang.call('POST', `/api/drafts/${unwanted}/restoration`);
    expect(beyond.status).toBe(404);
    expect(await ids('stored_file')).toEqual(expect.arrayContaining([named, fresh]));
    expect(await ids('stored_file')).not.toContain(unused);
    expect([existsSync(path(unused)), existsSync(path(named))]).toEqual([false, true]);
    const [{ entries }] = await stage.dataSource.query<[{ entries: number }]>(
      `SELECT count(*)::int AS entries FROM window_entry`,
    );
    expect(entries).toBe(0);
    expect((await ids('notification')).sort()).toEqual([onItsWay, late].sort());
    const { items } = await admin.get<{ items: object[] }>('/api/retention-removals');
    expect(items).toMatchObject([
      { kind: 'file', removed: 1, keptDays: 5 },
      { kind: 'notification', removed: 2, keptDays: 40 },
      { kind: 'deleted-draft', removed: 1, keptDays: 7 },
      { kind: 'draft', removed: 2, keptDays: 60 },
    ]);
  }, 60_000);

  it('is settled by an admin alone, and never by no days', async () => {
    const admin = await stage.as('admin');
    const none = {
      draftDays: 0,
      handedInDraftDays: 1,
      fileDays: 1,
      answerDays: 1,
      validFrom: '2099-01-01',
    };
    const short = { ...none, draftDays: 1, notificationDays: 29 };
    expect((await admin.call('PUT', '/api/supervision-settings/retention', short)).status).toBe(
      400,
    );
    expect((await admin.call('PUT', '/api/supervision-settings/retention', none)).status).toBe(400);
    const zhang = await stage.as('zhang');
    const other = { ...none, draftDays: 1 };
    expect((await zhang.call('PUT', '/api/supervision-settings/retention', other)).status).toBe(
      403,
    );
  });
});
