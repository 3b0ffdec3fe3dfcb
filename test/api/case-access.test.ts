/** Near is not in charge: what each tie to a case lets somebody see and do, for how long. */
import { randomUUID } from 'node:crypto';
import {
  draftOf,
  SHOP_SIGN,
  shopSignDraft,
  shopSignForm,
  upload,
  type Problem,
} from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

let stage: ApiStage;
let number: string;

/** Rows that tie people to the case, as the workflow and the verbs write them; nothing else runs here. */
async function tie(): Promise<void> {
  const { dataSource } = stage;
  await dataSource.query(
    `UPDATE cases SET lead_department = 'o-210381003-urban', state = 'accepted' WHERE number = $1`,
    [number],
  );
  await dataSource.query(
    `INSERT INTO task (id, case_number, key, element, name, role, department_id, outcomes, inputs, state,
                       opened_step, opened_at, assignee_person, origin, act)
     VALUES ($1 || '.t1', $1, 't1', 'record', '备案', 'handler', 'o-210381003-urban', '[]', '{}', 'open',
             1, now(), 'p-xt-urban', 'diagram', 'decide'),
            ($1 || '.t2', $1, 't2', 'joint', '会同', 'handler', 'o-210381-traffic-police', '[]', '{}', 'open',
             1, now(), NULL, 'diagram', NULL)`,
    [number],
  );
  await dataSource.query(
    `INSERT INTO task (id, case_number, key, element, name, department_id, outcomes, inputs, state,
                       opened_step, opened_at, assignee_person, origin, purpose, parent_task, data)
     VALUES ($1 || '.side-1', $1, 'side-1', 'sign-off', '备案（加签）', 'o-2103-transport', '[]', '{}', 'open',
             0, now(), 'p-as-transport', 'side', 'sign-off', $1 || '.t1', '{"personal": true}')`,
    [number],
  );
  await dataSource.query(
    `INSERT INTO task_copy (task_id, case_number, person_id, by_person)
     VALUES ($1 || '.t1', $1, 'p-hc-health', 'p-xt-urban')`,
    [number],
  );
  await dataSource.query(
    `INSERT INTO incident (id, case_number, key, element, code, message, state, opened_at)
     VALUES ($1 || '.i1', $1, 'i1', 'record', 'adapter-failed', '没有答复', 'open', now())`,
    [number],
  );
}

beforeAll(async () => {
  stage = await openApiStage();
  const zhang = await stage.as('zhang');
  const draft = await shopSignDraft(zhang);
  void zhang.call('POST', '/api/cases', { draft });
  for (let tries = 0; !number && tries < 100; tries += 1) {
    const [row] = await stage.dataSource.query<{ number: string }[]>(`SELECT number FROM cases`);
    if (row) ({ number } = row);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await tie();
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const ask = async (account: string, method: string, path: string, body?: object) => {
  const answer = await (await stage.as(account)).call<Problem>(method, path, body);
  return { status: answer.status, code: answer.body?.code, body: answer.body as never };
};

/** Of the case's own operations, those that show all of it. */
const WHOLE = ['legal-acts', 'delivery', 'ways'];
const OWNER = 'zhang';
const LEAD = 'xt-urban';
const JOINT = 'hc-traffic';
const ASKED = 'as-transport';
const COPIED = 'hc-health';

describe('the case', () => {
  it.each([OWNER, LEAD, JOINT, 'supervisor', 'hc-supervisor', 'admin'])(
    'is seen whole by %s',
    async (who) => {
      for (const part of WHOLE)
        expect([part, (await ask(who, 'GET', `/api/cases/${number}/${part}`)).status]).toEqual([
          part,
          200,
        ]);
      const { body } = await ask(who, 'GET', `/api/cases/${number}`);
      expect(body).toMatchObject({ partOnly: false });
    },
  );

  it.each([ASKED, COPIED])('is seen by %s in the part they were asked about', async (who) => {
    const { status, body } = await ask(who, 'GET', `/api/cases/${number}`);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        partOnly: true,
        payments: [],
        documents: [],
        licences: [],
        children: [],
      }),
    ]);
    expect((await ask(who, 'GET', `/api/cases/${number}/diagram`)).status).toBe(200);
    for (const part of WHOLE)
      expect(await ask(who, 'GET', `/api/cases/${number}/${part}`)).toMatchObject({
        status: 403,
        code: 'part-only',
      });
    expect((await ask(who, 'GET', `/api/tasks/${number}.t1/operations`)).status).toBe(403);
  });

  it.each([
    'as-transport-reviewer',
    'xt-market1',
    'market-supervisor',
    'auditor',
    'tieDong-market',
  ])('is not seen by %s, a colleague of the asked included', async (who) => {
    expect((await ask(who, 'GET', `/api/cases/${number}`)).status).toBe(403);
    expect((await ask(who, 'GET', `/api/tasks/${number}.side-1`)).status).toBe(403);
  });

  it('does not exist for another applicant', async () => {
    expect((await ask('li', 'GET', `/api/cases/${number}`)).status).toBe(404);
  });
});

/** Operations that act on the case, each with a body of the right shape. */
const acts = (): [string, string, object][] => [
  ['POST', `/api/cases/${number}/legal-acts`, { act: 'terminate', reason: '不再办理' }],
  ['POST', `/api/cases/${number}/legal-acts`, { act: 'deliver', data: { way: 'window' } }],
  ['POST', `/api/cases/${number}/extension`, { days: 3, reason: '案情复杂' }],
  ['POST', `/api/cases/${number}/deliveries`, { way: 'window', receiver: '张晓梅' }],
  ['POST', `/api/cases/${number}/withdrawal`, { reason: '不办了' }],
  ['POST', `/api/cases/${number}/supplement`, { form: {} }],
  ['POST', `/api/cases/${number}/modification`, { cancel: ['x'], reason: '试试' }],
  ['GET', `/api/incidents/${number}.i1`, {}],
  ['POST', `/api/incidents/${number}.i1/retry`, {}],
];

describe('an act', () => {
  it.each([ASKED, COPIED, 'tieDong-market', 'auditor'])('is none of %s’s', async (who) => {
    for (const [method, path, body] of acts()) {
      const { status } = await ask(who, method, path, method === 'GET' ? undefined : body);
      expect([path, status]).toEqual([path, 403]);
    }
    // Many at once: each refused by itself, so that nothing was done and no line says so.
    const bulk = ask(who, 'POST', '/api/incidents/retries', { ids: [`${number}.i1`] });
    if (who === 'auditor') expect((await bulk).status).toBe(403);
    else await expect(bulk).rejects.toThrow('left no line incident.retry');
    const list = await ask(who, 'GET', '/api/incidents');
    if (who === 'auditor') expect(list.status).toBe(403);
    else expect(list.body).toMatchObject({ items: [] });
  });

  it('of the deciding body is not for who handles a part of the case beside it', async () => {
    for (const act of ['terminate', 'suspend', 'deliver']) {
      const path = `/api/cases/${number}/legal-acts`;
      const refused = { status: 403, code: 'not-your-act' };
      expect(await ask(JOINT, 'POST', path, { act, reason: '…' })).toMatchObject(refused);
    }
  });

  it('on an incident needs to be in charge, or to manage it; a supervisor only reads', async () => {
    for (const who of [LEAD, JOINT, 'admin', 'supervisor', 'hc-supervisor']) {
      const { body } = await ask(who, 'GET', '/api/incidents');
      expect([who, (body as { items: unknown[] }).items.length]).toEqual([who, 1]);
    }
    expect((await ask('market-supervisor', 'GET', '/api/incidents')).body).toMatchObject({
      items: [],
    });
    for (const who of ['supervisor', 'hc-supervisor', 'market-supervisor'])
      expect((await ask(who, 'POST', `/api/incidents/${number}.i1/retry`, {})).status).toBe(403);
  });
});

describe('a change of variables', () => {
  const path = () => `/api/incidents/${number}.i1/retry`;

  it('needs a right of its own, which nobody has by being in charge', async () => {
    const body = { variables: { extra: 1 }, reason: '补上' };
    const refused = { status: 403, code: 'not-your-role' };
    expect(await ask(LEAD, 'POST', path(), body)).toMatchObject(refused);
  });

  it('needs a reason, and cannot touch what an act, a table or a payment wrote', async () => {
    expect(await ask('admin', 'POST', path(), { variables: { extra: 1 } })).toMatchObject({
      status: 422,
      code: 'reason-missing',
    });
    for (const name of ['record', 'payment', 'applicantKind', 'ways', 'form'])
      expect(
        await ask('admin', 'POST', path(), { variables: { [name]: {} }, reason: '改' }),
      ).toMatchObject({ status: 403, code: 'variable-of-an-act' });
  });

  it('is on the timeline by name, and in the audit with old and new values, digests of texts', async () => {
    const variables = { tries: 2, found: { operatorName: '张晓梅' } };
    // No worker answers: the command waits, what it says of itself is there.
    void ask('admin', 'POST', path(), { variables, reason: '对方已修复' });
    const line = async () => {
      const [row] = await stage.dataSource.query<
        { name: string; opinion: string; internal: boolean }[]
      >(`SELECT name, opinion, internal FROM timeline WHERE kind = 'variables-changed'`);
      return row;
    };
    for (let tries = 0; !(await line()) && tries < 50; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await line()).toEqual({ name: 'tries、found', opinion: '对方已修复', internal: true });
    const [audited] = await stage.dataSource.query<{ detail: { changes: unknown } }[]>(
      `SELECT detail FROM audit WHERE act = 'incident.change' AND outcome = 'done'`,
    );
    const digest = { digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string };
    expect(audited?.detail.changes).toEqual([
      { name: 'tries', from: null, to: 2 },
      { name: 'found', from: null, to: digest },
    ]);
    expect(JSON.stringify(audited)).not.toContain('张晓梅');
  }, 30_000);
});

describe('what somebody was asked', () => {
  it('is shown for as long as they are asked', async () => {
    const { dataSource } = stage;
    expect((await ask(ASKED, 'GET', `/api/tasks/${number}.side-1`)).body).toMatchObject({
      case: { partOnly: true },
      copies: [],
    });
    await dataSource.query(`UPDATE task SET state = 'completed' WHERE id = $1 || '.side-1'`, [
      number,
    ]);
    expect((await ask(ASKED, 'GET', `/api/cases/${number}`)).status).toBe(403);
    expect((await ask(ASKED, 'GET', `/api/tasks/${number}.side-1`)).status).toBe(403);
  });

  it('by a copy, until who sent it recalls it; nobody else can', async () => {
    const [{ id }] = await stage.dataSource.query<[{ id: string }]>(`SELECT id FROM task_copy`);
    const path = `/api/tasks/${number}.t1/copies/recall`;
    for (const who of [JOINT, COPIED, ASKED])
      expect([who, (await ask(who, 'POST', path, { copy: id })).status]).toEqual([who, 403]);
    expect((await ask(LEAD, 'POST', path, { copy: randomUUID() })).status).toBe(404);
    expect((await ask(LEAD, 'POST', path, { copy: id })).status).toBe(200);
    expect((await ask(COPIED, 'GET', `/api/cases/${number}`)).status).toBe(403);
    expect((await ask(COPIED, 'GET', '/api/task-copies')).body).toEqual([]);
    expect((await ask(LEAD, 'POST', path, { copy: id })).status).toBe(404);
    // Sent again, it is there again.
    const again = { note: '' };
    const [{ post }] = await stage.dataSource.query<[{ post: string }]>(
      `SELECT id AS post FROM post WHERE person_id = 'p-hc-health' ORDER BY id LIMIT 1`,
    );
    await ask(LEAD, 'POST', `/api/tasks/${number}.t1/copies`, { ...again, posts: [post] });
    expect((await ask(COPIED, 'GET', `/api/cases/${number}`)).status).toBe(200);
  });
});

describe('what somebody once had', () => {
  /** A row of a task of the case beside those of `tie`. */
  const task = (key: string, row: Record<string, string>) => {
    const columns = {
      name: '受理',
      element: 'accept',
      state: 'completed',
      origin: 'diagram',
      ...row,
    };
    const names = Object.keys(columns);
    return stage.dataSource.query(
      `INSERT INTO task (id, case_number, key, outcomes, inputs, opened_step, opened_at, ${names.join(', ')})
       VALUES ($1, $2, $3, '[]', '{}', 1, now(), ${names.map((_, place) => `$${place + 4}`).join(', ')})`,
      [`${number}.${key}`, number, key, ...Object.values(columns)],
    );
  };
  const MOVED = 'hc-hr';

  it('is seen no more by who came to another body, nor by who delegated it', async () => {
    const urban = { department_id: 'o-210381003-urban', role: 'handler' };
    await task('t7', { ...urban, assignee_person: `p-${MOVED}` });
    await task('t8', {
      ...urban,
      ...{ assignee_person: 'p-xt-urban', delegator_person: `p-${MOVED}` },
    });
    for (const key of ['t7', 't8']) {
      const path = `/api/tasks/${number}.${key}`;
      expect(await ask(MOVED, 'GET', path)).toMatchObject({
        ...{ status: 403, code: 'task-of-another-department' },
      });
      // Their colleagues of then have it with the case.
      expect((await ask(LEAD, 'GET', path)).body).toMatchObject({ case: { partOnly: false } });
    }
    const open = { ...urban, state: 'open', assignee_person: `p-${MOVED}` };
    await task('t9', open);
    expect((await ask(MOVED, 'GET', `/api/tasks/${number}.t9`)).status).toBe(200);
  });

  it('is nothing to a body that a step never came to', async () => {
    const seal = { origin: 'side', purpose: 'approve-seal', department_id: 'o-210381-hr' };
    for (const state of ['cancelled', 'superseded']) {
      await task(`side-${state}`, { ...seal, state });
      expect((await ask(MOVED, 'GET', `/api/cases/${number}`)).status).toBe(403);
      expect((await ask(MOVED, 'GET', `/api/tasks/${number}.side-${state}`)).status).toBe(403);
    }
    await task('side-open', { ...seal, state: 'open' });
    expect((await ask(MOVED, 'GET', `/api/cases/${number}/legal-acts`)).status).toBe(200);
    await stage.dataSource.query(`DELETE FROM task WHERE id LIKE $1 || '.side-open'`, [number]);
  });

  it('is this case alone to the body that regulates what was granted', async () => {
    const regulates = { origin: 'side', purpose: 'regulate', department_id: 'o-210381-hr' };
    await task('side-regulate', { ...regulates, state: 'open' });
    for (const state of ['open', 'completed']) {
      await stage.dataSource.query(`UPDATE task SET state = $2 WHERE id = $1 || '.side-regulate'`, [
        number,
        state,
      ]);
      const part = { partOnly: true, payments: [], children: [] };
      expect((await ask(MOVED, 'GET', `/api/cases/${number}`)).body).toMatchObject(part);
      expect((await ask(MOVED, 'GET', `/api/tasks/${number}.side-regulate`)).body).toMatchObject({
        case: { partOnly: true },
      });
      expect(await ask(MOVED, 'GET', `/api/cases/${number}/legal-acts`)).toMatchObject({
        ...{ status: 403, code: 'part-only' },
      });
    }
    await stage.dataSource.query(`DELETE FROM task WHERE id = $1 || '.side-regulate'`, [number]);
  });
});

describe('a file that somebody took in for others', () => {
  const handedIn = async (account: string) => {
    const { body } = await upload(await stage.as(account));
    return body.id;
  };
  const intoTheCase = (file: string) =>
    stage.dataSource.query(
      `INSERT INTO case_material (case_number, material_code, file_id, source)
       VALUES ($1, 'sign-picture', $2, 'upload')`,
      [number, file],
    );

  it('is seen with its case, no more by having uploaded it, and each look is noted', async () => {
    const [clerk, owner] = ['hc-hr', OWNER];
    const files = [await handedIn(clerk), await handedIn(owner)];
    const path = (file: string) => `/api/files/${file}`;
    for (const [place, who] of [clerk, owner].entries())
      expect((await ask(who, 'GET', path(files[place]!))).status).toBe(200);
    for (const file of files) await intoTheCase(file);
    expect((await ask(clerk, 'GET', path(files[0]!))).status).toBe(403);
    for (const file of files)
      expect([file, (await ask(owner, 'GET', path(file))).status]).toEqual([file, 200]);
    const looks = await stage.dataSource.query<{ outcome: string }[]>(
      `SELECT outcome FROM audit WHERE act = 'file.read' AND target = 'file:' || $1 AND person_id = $2
        ORDER BY id`,
      [files[0], `p-${clerk}`],
    );
    expect(looks[0]).toEqual({ outcome: 'done' });
  });

  it('is handed in for nobody else', async () => {
    const li = await stage.as('li');
    const file = await handedIn('li');
    await intoTheCase(file);
    const draft = await draftOf(li, SHOP_SIGN, shopSignForm, { 'sign-picture': [file] });
    expect(await ask('li', 'POST', '/api/cases', { draft })).toMatchObject({
      ...{ status: 422, code: 'file-not-yours' },
    });
  });
});
