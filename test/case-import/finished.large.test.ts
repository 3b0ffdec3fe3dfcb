/** Files of an older system: checked line by line, brought over once, as many as there are. */
import { randomUUID } from 'node:crypto';
import { DAY, dateOf } from '../../workflows/clock/index.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { BROUGHT_OVER_CASES } from '../sizes.js';
import { eventually } from '../workflow/stage.js';
import { finished, idNumber, tableOf } from './tables.js';

interface Run {
  id: string;
  state: string;
  total: number;
  ready: number;
  faulty: number;
  brought: number;
  already: number;
  refused: number;
}

interface Line {
  line: number;
  sourceNumber: string | null;
  state: string;
  caseNumber: string | null;
  errors: { column: string | null; code: string; message: string }[];
}

describe('cases of an older system', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const upload = async (
    text: string,
    { account = 'admin', source = 'old-oa', id = randomUUID() } = {},
  ) => {
    const person = await stage.as(account);
    const form = new FormData();
    form.set('file', new Blob([text]), '旧系统.csv');
    return person.call<Run>('POST', `/api/bringing-overs?sourceSystem=${source}`, form, {
      'idempotency-key': id,
    });
  };
  const linesOf = async (id: string, state = '') => {
    const admin = await stage.as('admin');
    const query = state && `?state=${state}`;
    return (await admin.get<{ items: Line[] }>(`/api/bringing-overs/${id}/lines${query}`)).items;
  };
  const run = async (id: string) => {
    const admin = await stage.as('admin');
    await admin.call('POST', `/api/bringing-overs/${id}/run`);
    return eventually('the file to be brought over', async () => {
      const now = await admin.get<Run>(`/api/bringing-overs/${id}`);
      return now.state === 'done' ? now : undefined;
    });
  };

  it('come from a template that can be brought over as it stands', async () => {
    const admin = await stage.as('admin');
    for (const format of ['csv', 'json']) {
      const template = await admin.get(`/api/bringing-overs/template?format=${format}`);
      const text = typeof template === 'string' ? template : JSON.stringify(template);
      const { status, body } = await upload(text, { source: `template-${format}` });
      expect([status, body]).toMatchObject([201, { total: 1, ready: 1, faulty: 0 }]);
    }
  });

  it('are only looked at in a dry run, each fault told with line, column, code and what to do', async () => {
    const faulty = tableOf([
      finished('F1'),
      finished('F2', { item: '999999999999' }),
      finished('F3', { region: '110101' }),
      finished('F4', { received: '2026-02-30' }),
      finished('F5', { decided: '2026-03-01' }),
      finished('F6', { id_number: '210399198604120025' }),
      finished('F7', { state: '办好了' }),
      finished('F1'),
      finished('F9', { source_number: '' }),
      finished('F10', { pauses: '2026-03-05/2026-03-06 lunch' }),
      finished('F11', { extension: '11' }),
      finished('F12', { state: 'handling', delivered: '', finished: '' }),
      finished('F13', { received: dateOf(Date.now() + 3 * DAY) }),
      finished('F14', {
        state: '承办中',
        decided: '',
        outcome: '',
        delivered: '',
        finished: '',
        received: '2019-03-01',
        accepted: '2019-03-04',
      }),
      finished('F15', { state: 'granted', element: 'nowhere' }),
    ]);
    const { body } = await upload(faulty);
    expect(body).toMatchObject({ state: 'checked', total: 15, ready: 1, faulty: 14 });
    const told = (await linesOf(body.id, 'faulty')).map(({ line, errors }) => [
      line,
      errors[0]!.column,
      errors[0]!.code,
    ]);
    expect(told).toEqual([
      [3, 'item', 'unknown-item'],
      [4, 'region', 'unknown-region'],
      [5, 'received', 'bad-date'],
      [6, 'decided', 'out-of-order'],
      [7, 'id_number', 'bad-id-number'],
      [8, 'state', 'unknown-state'],
      [9, 'source_number', 'repeated'],
      [10, 'source_number', 'missing'],
      [11, 'pauses', 'not-a-reason'],
      [12, 'extension', 'extended-too-long'],
      [13, 'state', 'already-decided'],
      [14, 'received', 'in-the-future'],
      [15, 'received', 'no-calendar'],
      [16, 'element', 'no-place'],
    ]);
    for (const { errors } of await linesOf(body.id, 'faulty'))
      for (const { message } of errors) expect(message).toMatch(/[一-龥].*[。；]$/);
    const [{ count }] = await stage.dataSource.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM cases`,
    );
    expect(count).toBe(0);
  });

  it('are brought over once, with their dates, acts and due dates', async () => {
    const table = tableOf([
      finished('A1', { pauses: '2026-03-04/2026-03-06 expert-review' }),
      finished('A2', {
        state: 'refused',
        outcome: 'refused',
        applicant: '李四',
        id_number: idNumber(2),
      }),
      finished('A3', { state: '不予受理', accepted: '', decided: '', outcome: '', delivered: '' }),
    ]);
    const { body } = await upload(table);
    expect(await run(body.id)).toMatchObject({ brought: 3, refused: 0, ready: 0 });
    const rows = await stage.dataSource.query<Record<string, unknown>[]>(
      `SELECT source_number, state, outcome, ended, origin, received_at::date::text AS received,
              (due_at AT TIME ZONE 'Asia/Shanghai')::date::text AS due, number,
              ARRAY(SELECT act FROM legal_move WHERE case_number = number ORDER BY id) AS acts
         FROM cases WHERE source_system = 'old-oa' ORDER BY 1`,
    );
    expect(rows).toMatchObject([
      {
        source_number: 'A1',
        state: 'finished',
        outcome: 'granted',
        ended: true,
        origin: 'imported',
        received: '2026-03-02',
        // 3 March + 20 working days is 31 March, the two of the pause more; 24:00 is the day after
        due: '2026-04-03',
        acts: ['submit', 'collect', 'accept', 'pause', 'resume', 'grant', 'finish', 'deliver'],
      },
      { source_number: 'A2', state: 'refused', outcome: 'refused' },
      { source_number: 'A3', state: 'rejected', acts: ['submit', 'collect', 'reject'] },
    ]);
    const [first] = await linesOf(body.id);
    expect(first).toMatchObject({ line: 2, state: 'brought', caseNumber: rows[0]!.number });
    const kept = await stage.dataSource.query<unknown[]>(
      `SELECT 1 FROM bringing_over_line WHERE run_id = $1 AND data IS NOT NULL`,
      [body.id],
    );
    expect(kept).toEqual([]);

    const again = await upload(table);
    expect(again.body).toMatchObject({ ready: 0, already: 3 });
    const elsewhere = await upload(table, { source: 'another-system' });
    expect(elsewhere.body).toMatchObject({ ready: 3 });
  });

  it('are read by who they concern as any case is', async () => {
    const supervisor = await stage.as('supervisor');
    const [{ number }] = await stage.dataSource.query<[{ number: string }]>(
      `SELECT number FROM cases WHERE source_number = 'A1'`,
    );
    expect(await supervisor.get(`/api/cases/${number}`)).toMatchObject({ number });
  });

  it('are in the audit log: the check, the run, each case, and each look at the lines', async () => {
    const acts = await stage.dataSource.query<{ act: string; count: number }[]>(
      `SELECT act, count(*)::int AS count FROM audit
        WHERE act LIKE 'bringing-over.%' OR act = 'case.bring-over' GROUP BY 1 ORDER BY 1`,
    );
    expect(acts).toEqual([
      { act: 'bringing-over.check', count: 6 },
      { act: 'bringing-over.read', count: 2 },
      { act: 'bringing-over.run', count: 1 },
      { act: 'case.bring-over', count: 3 },
    ]);
  });

  it('are for administrators only, and a file that is no table is refused', async () => {
    expect((await upload('x', { account: 'supervisor' })).status).toBe(403);
    for (const [text, code] of [
      ['', 'unknown-columns'],
      ['姓名,年龄\n1,2\n', 'unknown-columns'],
      ['[{]', 'unreadable-table'],
      ['source_number\n"A\n', 'unreadable-table'],
      ['source_number,item\n\n', 'empty-table'],
    ])
      expect((await upload(text!)).body).toMatchObject({ code });
  });

  it('may be dropped before, but not after they were brought over', async () => {
    const admin = await stage.as('admin');
    const { body } = await upload(tableOf([finished('D1')]));
    expect((await admin.call<Run>('DELETE', `/api/bringing-overs/${body.id}`)).body.state).toBe(
      'dropped',
    );
    expect((await admin.call('POST', `/api/bringing-overs/${body.id}/run`)).status).toBe(409);
  });

  it('are thousands in one file', async () => {
    const many = tableOf(
      Array.from({ length: BROUGHT_OVER_CASES }, (_, place) =>
        finished(`M${place}`, { id_number: idNumber(place % 600) }),
      ),
    );
    const began = performance.now();
    const { body } = await upload(many, { source: 'many' });
    const checked = performance.now();
    expect(body).toMatchObject({ ready: BROUGHT_OVER_CASES });
    expect(await run(body.id)).toMatchObject({ brought: BROUGHT_OVER_CASES });
    process.stderr.write(
      `${BROUGHT_OVER_CASES} finished cases: checked in ${Math.round(checked - began)} ms, ` +
        `brought over in ${Math.round(performance.now() - checked)} ms\n`,
    );
  }, 180_000);
});
