/** What supervision counts, whom it ranks, and whose figures they are; on the platform of the cards. */
import { BENCHMARK_ITEM } from '../../tools/bench/client.js';
import { SHOP_SIGN } from '../api/applications.js';
import type { ApiStage } from '../api/stage.js';

export interface There {
  stage: ApiStage;
  /** An open case. */
  number: string;
  /** The department that leads it. */
  lead: string;
}

/** A further open case, like the first but of another item and body. @returns its number */
export async function another(
  { stage, number }: There,
  name: string,
  item: string,
  body: string,
): Promise<string> {
  const [row] = await stage.dataSource.query<{ number: string }[]>(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, received_at)
     SELECT number || $2, i.code, i.version, '另一件', process_id, model_hash, calendar_version, region,
            applicant_id, $4, 'submitted', now(), now()
       FROM cases JOIN item i ON i.code = $3 WHERE number = $1 RETURNING number`,
    [number, name, item, body],
  );
  return row!.number;
}

export function countedAndRanked(there: () => There): void {
  test('what exercises the platform is opened and handled, and stays out of every figure', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const admin = await stage.as('admin');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const period = `from=2026-01-01&to=${today}`;
    const figures = async () =>
      Promise.all(
        [
          ...['board?group=item', 'cases?metric=open'],
          ...['county', 'item', 'step', 'handler'].map((by) => `statistics?${period}&group=${by}`),
          `league?${period}`,
        ].map(async (path) => {
          const { at: _, ...answer } = await supervisor.get<{ at?: string }>(
            `/api/supervision/${path}`,
          );
          return answer;
        }),
      );
    const cards = async () =>
      (await supervisor.get<{ items: unknown[] }>('/api/cards?state=proposed')).items;
    const change = (columns: string, exercise: string) =>
      stage.dataSource.query(`UPDATE cases SET ${columns} WHERE number = $1`, [exercise]);
    await admin.post('/api/card-rules/evaluation', {});
    const [before, carded] = [await figures(), await cards()];

    const exercise = await another(there(), 'exercise', BENCHMARK_ITEM, there().lead);
    await stage.dataSource.query(
      `INSERT INTO task (id, case_number, key, element, name, state, opened_step, opened_at, due_at, completed_at,
                         department_id, role, origin)
       SELECT 'exercise-' || s, number, s, 's', '演练', s, 1, now() - interval '9 days',
              now() - interval '3 days', CASE WHEN s = 'completed' THEN now() END,
              lead_department, 'handler', 'diagram'
         FROM cases CROSS JOIN unnest(ARRAY['open', 'completed']) s WHERE number = $1`,
      [exercise],
    );
    await change(
      `accepted_at = now() - interval '9 days', state = 'accepted', due_at = now() - interval '5 days'`,
      exercise,
    );
    await admin.post('/api/card-rules/evaluation', {});
    expect([await figures(), await cards()]).toEqual([before, carded]);
    await change(
      `ended = true, finished_at = now(), decided_at = now(), state = 'finished'`,
      exercise,
    );
    expect([await figures(), await cards()]).toEqual([before, carded]);
    // The same case, were it anybody's matter.
    await change(`counted = true, state = 'rated'`, exercise);
    await stage.dataSource.query(`UPDATE task SET name = '环节' WHERE case_number = $1`, [
      exercise,
    ]);
    const counted = await figures();
    counted.slice(2).forEach((answer, index) => expect(answer).not.toEqual(before[index + 2]));
  }, 60_000);

  test('a department without anything to measure has no rank, and stands behind all that have', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const withdrawn = await another(there(), 'withdrawn', SHOP_SIGN, 'o-210302-market');
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, finished_at = now(), state = 'withdrawn' WHERE number = $1`,
      [withdrawn],
    );
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { rows, least } = await supervisor.get<{
      least: number;
      rows: { key: string; rank: number | null; score: number | null; count: number }[];
    }>(`/api/supervision/league?from=2026-01-01&to=${today}`);
    expect(rows.at(-1)).toMatchObject({
      ...{ key: 'o-210302-market', rank: null, score: null, apart: 'nothing' },
    });
    // What finished fewer than the city compares by stands apart, however well it did.
    expect(rows.filter(({ rank }) => rank !== null)).toEqual(
      rows.filter(({ count, score }) => count >= least && score !== null),
    );
    expect(rows).toContainEqual(expect.objectContaining({ apart: 'few', rank: null }));
  }, 60_000);

  test('everybody who supervises is told whom: the city, a county, a line', async () => {
    const { stage } = there();
    const scopes = await Promise.all(
      ['supervisor', 'hc-supervisor', 'market-supervisor'].map(async (account) =>
        (await stage.as(account)).get('/api/supervision/scope'),
      ),
    );
    expect(scopes).toEqual([
      { place: '鞍山市', line: null },
      { place: '海城市', line: null },
      { place: '鞍山市', line: 'market' },
    ]);
  }, 60_000);
}
