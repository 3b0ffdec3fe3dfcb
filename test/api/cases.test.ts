import { randomUUID } from 'node:crypto';
import { Reminders } from '../../src/handling/reminders/reminders.js';
import { eventually } from '../workflow/stage.js';
import type { Session } from '../../tools/session/sign-in.js';
import {
  draftOf,
  SHOP_SIGN,
  shopSignDraft,
  shopSignForm,
  upload,
  type Problem,
} from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Task {
  id: string;
  caseNumber: string;
  element: string;
  assignee: { name: string } | null;
}

interface Notification {
  id: string;
  occasion: string;
  text: string;
  aboutId: string;
}

interface Case {
  number: string;
  state: string;
  stateName: string;
  ended: boolean;
  applicantName: string;
  regionName: string;
  materials: { code: string; source: string; fileId: string | null }[];
  timeline: { kind: string; element: string; department: string | null; outcomeName: string }[];
}

/** The task of an element in the pool of somebody's post. */
function pooled(session: Session, caseNumber: string, element: string): Promise<Task> {
  return eventually(`task ${element} of ${caseNumber}`, async () => {
    const { items } = await session.get<{ items: Task[] }>(`/api/tasks?case=${caseNumber}`);
    return items.find((task) => task.element === element);
  });
}

/** An application of 张晓梅's for a shop sign. @returns the case's number */
async function submitShopSign(stage: ApiStage): Promise<string> {
  const zhang = await stage.as('zhang');
  const draft = await shopSignDraft(zhang);
  return (await zhang.post<Case>('/api/cases', { draft })).number;
}

/** A second handler at the desk of the township's enforcement team. */
async function colleague(stage: ApiStage): Promise<Session> {
  await stage.dataSource.query(
    `INSERT INTO post (id, person_id, organisation_id, role, title)
     SELECT 'post-colleague', 'p-xt-urban2', organisation_id, role, title
       FROM post WHERE person_id = 'p-xt-urban'`,
  );
  const session = await stage.as('xt-urban2');
  await session.post('/api/session/post', { post: 'post-colleague' });
  return session;
}

describe('a case over the API', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
  }, 240_000);
  afterAll(() => stage?.close(), 30_000);

  it('goes from a draft through the handlers to its applicant, with diagram and timeline', async () => {
    const zhang = await stage.as('zhang');
    const picture = await upload(zhang);
    expect(picture.status).toBe(201);
    const materials = { 'sign-picture': [picture.body.id] };
    const draft = await draftOf(zhang, SHOP_SIGN, shopSignForm, materials);
    const answer = await zhang.call<{ number: string; stateName: string }>('POST', '/api/cases', {
      draft,
    });
    expect(answer.status).toBe(201);
    const { number } = answer.body;

    const mine = await zhang.get<{ items: { number: string }[] }>('/api/cases');
    expect(mine.items.map((item) => item.number)).toContain(number);
    const found = await zhang.get<Case>(`/api/cases/${number}`);
    expect(found).toMatchObject({ applicantName: '张晓梅', regionName: '响堂街道' });
    expect(found.materials).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'business-licence', source: 'license' }),
        expect.objectContaining({ code: 'sign-picture', fileId: picture.body.id }),
      ]),
    );
    const drafts = await zhang.get<{ items: unknown[] }>('/api/drafts');
    expect(drafts.items).toEqual([]);

    const urban = await stage.as('xt-urban');
    const task = await pooled(urban, number, 'record');
    const file = await urban.call('GET', `/api/files/${picture.body.id}`);
    expect(file.status).toBe(200);
    const diagram = await urban.get<{ xml: string; active: string[]; completed: string[] }>(
      `/api/cases/${number}/diagram`,
    );
    expect(diagram.active).toContain('record');
    expect(diagram.completed.length).toBeGreaterThan(0);
    await urban.put(`/api/tasks/${task.id}/claim`);
    const unknown = await urban.call<Problem>('POST', `/api/tasks/${task.id}/completion`, {
      outcome: 'maybe',
      opinion: '同意',
      form: {},
    });
    expect(unknown.status).toBe(422);
    expect(unknown.body.detail).not.toBe('');
    const detail = await urban.get<{
      outcomes: { id: string; name: string }[];
      formSchema: unknown;
    }>(`/api/tasks/${task.id}`);
    expect(detail.outcomes).toEqual([
      { id: 'accept', name: '予以备案', adverse: false },
      { id: 'reject', name: '不予备案', adverse: true },
    ]);
  }, 60_000);

  it('lets one of two claim a task, tells the other who has it, and answers a repeat alike', async () => {
    const number = await submitShopSign(stage);
    const [first, second] = [await stage.as('xt-urban'), await colleague(stage)];
    const task = await pooled(first, number, 'record');
    const claims = await Promise.all(
      [first, second].map((session) =>
        session.call<Problem & { by?: string }>('PUT', `/api/tasks/${task.id}/claim`),
      ),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = claims[0]!.status === 200 ? [first, claims[1]!] : [second, claims[0]!];
    expect(loser.body).toMatchObject({ code: 'task-claimed', by: expect.stringMatching(/./) });

    const headers = { 'idempotency-key': randomUUID() };
    const body = { outcome: 'accept', opinion: '符合规范', form: {} };
    const path = `/api/tasks/${task.id}/completion`;
    const once = await winner.call('POST', path, body, headers);
    const again = await winner.call('POST', path, body, headers);
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(once.body);
    const other = winner === first ? second : first;
    const foreign = await other.call<Problem & { by?: string }>('POST', path, body, headers);
    expect(foreign.status).toBe(409);
    const command = await winner.get<{ status: string }>(
      `/api/commands/${headers['idempotency-key']}`,
    );
    expect(command.status).toBe('done');
    const zhang = await stage.as('zhang');
    const ended = await eventually('the end', async () => {
      const found = await zhang.get<Case>(`/api/cases/${number}`);
      return found.ended ? found : undefined;
    });
    expect(ended.stateName).toBe('已办结');
    expect(ended.timeline).toContainEqual(
      expect.objectContaining({
        kind: 'task-completed',
        element: 'record',
        outcomeName: '予以备案',
      }),
    );
  }, 60_000);

  it('hides a case from other applicants, refuses other departments, and notes both', async () => {
    const number = await submitShopSign(stage);
    const li = await (await stage.as('li')).call<Problem>('GET', `/api/cases/${number}`);
    const stranger = await stage.as('tieDong-market');
    const tieDong = await stranger.call<Problem>('GET', `/api/cases/${number}`);
    expect([li.status, li.body.code]).toEqual([404, 'case-not-found']);
    expect([tieDong.status, tieDong.body.code]).toEqual([403, 'case-of-another-department']);
    const { id } = await pooled(await stage.as('xt-urban'), number, 'record');
    const claim = await stranger.call<Problem>('PUT', `/api/tasks/${id}/claim`);
    expect([claim.status, claim.body.code]).toEqual([403, 'task-of-another-department']);
    const rows = await stage.dataSource.query<{ person_id: string; act: string }[]>(
      `SELECT person_id, act FROM audit WHERE outcome = 'refused' AND target IN ($1, $2) ORDER BY id`,
      [`case:${number}`, `task:${id}`],
    );
    expect(rows).toEqual([
      { person_id: 'p-li', act: 'case.read' },
      { person_id: 'p-tieDong-market', act: 'case.read' },
      { person_id: 'p-tieDong-market', act: 'task.claim' },
    ]);
  }, 60_000);

  it('gives the same case when an application is sent twice, and no second one for its draft', async () => {
    const zhang = await stage.as('zhang');
    const draft = await shopSignDraft(zhang);
    const headers = { 'idempotency-key': randomUUID() };
    const once = await zhang.call<{ number: string }>('POST', '/api/cases', { draft }, headers);
    const again = await zhang.call<{ number: string }>('POST', '/api/cases', { draft }, headers);
    expect([once.status, again.status]).toEqual([201, 201]);
    expect(again.body.number).toBe(once.body.number);
    const third = await zhang.call<Problem>('POST', '/api/cases', { draft });
    expect([third.status, third.body.code]).toEqual([409, 'draft-already-submitted']);
  }, 60_000);

  it('lets the applicant withdraw, and nobody who may only look', async () => {
    const number = await submitShopSign(stage);
    const body = { reason: '暂不开业' };
    const urban = await stage.as('xt-urban');
    const handler = await urban.call<Problem>('POST', `/api/cases/${number}/withdrawal`, body);
    expect([handler.status, handler.body.code]).toEqual([403, 'not-your-case']);
    const zhang = await stage.as('zhang');
    const withdrawn = await zhang.call<Case>('POST', `/api/cases/${number}/withdrawal`, body);
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
  }, 60_000);

  it('is told of to its applicant alone, who reads it; once, by message too', async () => {
    const zhang = await stage.as('zhang');
    await zhang.post('/api/notifications/reading');
    const unread = async () =>
      (await zhang.get<{ unread: number }>('/api/notifications/unread')).unread;
    expect(await unread()).toBe(0);
    const number = await submitShopSign(stage);
    const urban = await stage.as('xt-urban');
    const task = await pooled(urban, number, 'record');
    await urban.put(`/api/tasks/${task.id}/claim`);
    await urban.post(`/api/tasks/${task.id}/completion`, {
      outcome: 'accept',
      opinion: '符合规范',
      form: {},
    });
    const told = await eventually('what is told', async () => {
      const { items } = await zhang.get<{ items: Notification[] }>(
        '/api/notifications?unread=true',
      );
      const ofCase = items.filter(({ aboutId }) => aboutId === number);
      return ofCase.some(({ occasion }) => occasion === 'finished') ? ofCase : undefined;
    });
    const occasions = told.map(({ occasion }) => occasion);
    expect(occasions).toEqual(expect.arrayContaining(['finished', 'submitted']));
    expect(new Set(occasions).size).toBe(occasions.length);
    expect(told.every(({ text }) => text.includes(number) && !text.includes('张晓梅'))).toBe(true);
    const before = await unread();
    expect(before).toBeGreaterThanOrEqual(told.length);

    const [one] = told;
    const path = `/api/notifications/${one!.id}/reading`;
    const others = await urban.call<Problem>('POST', path);
    expect([others.status, others.body.code]).toEqual([404, 'notification-not-found']);
    expect(await unread()).toBe(before);
    await zhang.post(path);
    await zhang.post(path);
    expect(await unread()).toBe(before - 1);
    const ofHandler = await urban.get<{ items: Notification[] }>('/api/notifications');
    expect(ofHandler.items.filter(({ aboutId }) => aboutId === number)).toEqual([]);
  }, 60_000);

  it('reminds whoever has to do something while there is time, once', async () => {
    const number = await submitShopSign(stage);
    const urban = await stage.as('xt-urban');
    const task = await pooled(urban, number, 'record');
    await urban.put(`/api/tasks/${task.id}/claim`);
    const remind = () => new Reminders(stage.dataSource).tasks();
    const reminded = async () => {
      const { items } = await urban.get<{ items: Notification[] }>('/api/notifications');
      return items.filter(
        ({ occasion, aboutId }) => occasion === 'task-near' && aboutId === task.id,
      );
    };
    const due = (opened: string, left: string) =>
      stage.dataSource.query(
        `UPDATE task SET opened_at = now() - $2::interval, due_at = now() + $3::interval WHERE id = $1`,
        [task.id, opened, left],
      );
    await due('1 day', '3 days');
    await remind();
    expect(await reminded()).toEqual([]);
    await due('3 days', '1 day');
    await remind();
    await remind();
    expect(await reminded()).toHaveLength(1);
    // A limit that moved is another one: it is told of when it comes near in its turn.
    await due('3 days', '20 hours');
    await remind();
    await remind();
    expect(await reminded()).toHaveLength(2);
  }, 60_000);

  it('is healthy: database, Temporal, a worker and the province are up', async () => {
    const health = await eventually('health', async () => {
      const { status, body } = await stage.stranger().call('GET', '/api/health');
      return status === 200 ? body : undefined;
    });
    expect(health).toEqual({
      status: 'up',
      parts: {
        database: true,
        temporal: true,
        worker: true,
        compute: true,
        stores: true,
        province: true,
      },
      needsOperator: false,
      fault: null,
      demoDay: null,
    });
  }, 60_000);
});
