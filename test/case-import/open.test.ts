/** Open cases of an older system go on from the right step with the right clock; so does the demonstration. */
import { anchor, bringOlderCases } from '../../src/install/demonstration/bring-older-cases.js';
import { digestKeyOf } from '../../src/platform/digest-key.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { DAY, dateOf, startOfDay } from '../../workflows/clock/index.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';

const PAYLOAD_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;

describe('open cases of an older system', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const digestKey = digestKeyOf({ PAYLOAD_KEYS });
    for (let twice = 0; twice < 2; twice += 1)
      await bringOlderCases(stage.dataSource, { dayLength: DAY, digestKey });
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const rows = <Row>(sql: string) => stage.dataSource.query<Row[]>(sql);

  it('are there with real dates: overdue, soon due, paused, and in several counties', async () => {
    const [found] = await rows<Record<string, number>>(
      `SELECT count(*)::int AS all, count(DISTINCT county)::int AS counties,
              count(DISTINCT lead_department)::int AS departments,
              count(*) FILTER (WHERE NOT ended)::int AS open,
              count(*) FILTER (WHERE NOT ended AND due_at < now())::int AS overdue,
              count(*) FILTER (WHERE NOT ended AND promised_due_at < now() AND due_at > now())::int
                AS late,
              count(*) FILTER (WHERE paused_at IS NOT NULL)::int AS paused,
              count(*) FILTER (WHERE calendar_pending)::int AS pending,
              count(*) FILTER (WHERE decided_at > due_at)::int AS "decidedLate"
         FROM cases WHERE origin = 'imported'`,
    );
    expect(found).toMatchObject({ paused: 2, pending: 0 });
    for (const [what, least] of Object.entries({
      all: 70,
      counties: 6,
      departments: 8,
      open: 25,
      overdue: 5,
      late: 3,
      decidedLate: 1,
    }))
      expect([what, found![what]! >= least]).toEqual([what, true]);
  });

  it('go on at the task their state asks for, with what ran before counted', async () => {
    await eventually('every open one to have started', async () => {
      const [row] = await rows<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM cases WHERE NOT ended AND step = 0`,
      );
      return row!.waiting === 0 ? true : undefined;
    });
    const tasks = await rows<{ state: string; item: string; elements: string[] }>(
      `SELECT DISTINCT c.state, c.process_id AS item,
              ARRAY(SELECT t.element FROM task t WHERE t.case_number = c.number
                     AND t.state = 'open' AND t.origin = 'diagram' ORDER BY 1) AS elements
         FROM cases c WHERE NOT ended ORDER BY 2, 1`,
    );
    const at = (item: string, state: string) =>
      tasks.filter((task) => task.item === item && task.state === state).map((t) => t.elements);
    expect(at('food-licence', 'reviewing')).toEqual([['review']]);
    expect(at('food-licence', 'handling')).toEqual([['inspect']]);
    expect(at('food-licence', 'collected')).toEqual([['accept']]);
    expect(at('food-licence', 'correcting')).toEqual([['correct']]);
    expect(at('road-occupation', 'special-procedure')).toEqual([['survey']]);
    const clocks = await rows<{ due: string | null; row: string }>(
      `SELECT number AS row, due_at::text AS due FROM cases
        WHERE process_id = 'road-occupation' AND state = 'handling' AND extension_days = 10`,
    );
    expect(clocks.length).toBeGreaterThan(0);
    expect(clocks.every(({ due }) => due !== null)).toBe(true);
  }, 90_000);

  it('were handed in once, when the older system says', async () => {
    const twice = await rows<{ number: string; acts: string[] }>(
      `SELECT c.number, array_agg(m.act || ' ' || m.at) AS acts FROM cases c
         JOIN legal_move m ON m.case_number = c.number AND m.act = 'submit' AND NOT superseded
        WHERE c.origin = 'imported' GROUP BY c.number, c.received_at
       HAVING count(*) <> 1 OR min(m.at) <> c.received_at`,
    );
    expect(twice).toEqual([]);
    const [{ started }] = (await rows<{ started: number }>(
      `SELECT count(*)::int AS started FROM cases WHERE origin = 'imported' AND step > 0`,
    )) as [{ started: number }];
    expect(started).toBeGreaterThan(20);
  });

  it('are what their workflows say', async () => {
    const { checked, differences } = await verifyCases(stage.dataSource, stage.temporal);
    expect(checked).toBeGreaterThan(20);
    expect(differences).toEqual([]);
  }, 60_000);

  it('are finished by those whose task it is', async () => {
    const [task] = await rows<{ id: string; number: string; account: string }>(
      `SELECT t.id, c.number, p.account FROM task t
         JOIN cases c ON c.number = t.case_number
         JOIN post ON post.organisation_id = t.department_id AND post.role = t.role
         JOIN person p ON p.id = post.person_id
        WHERE c.process_id = 'food-licence' AND c.state = 'reviewing' AND t.state = 'open' LIMIT 1`,
    );
    expect(task).toBeDefined();
    const reviewer = await stage.as(task!.account);
    await reviewer.put(`/api/tasks/${task!.id}/claim`);
    const [outcome] = (
      await rows<{ outcomes: { id: string }[] }>(
        `SELECT outcomes FROM task WHERE id = '${task!.id}'`,
      )
    )[0]!.outcomes;
    await reviewer.post(`/api/tasks/${task!.id}/completion`, {
      outcome: outcome?.id,
      form: { conclusion: '材料齐全，现场核查合格，同意。' },
    });
    const [next] = await rows<{ element: string }>(
      `SELECT element FROM task WHERE case_number = '${task!.number}' AND state = 'open'`,
    );
    expect(next?.element).toBe('decide');
    const [moves] = await rows<{ acts: string[]; first: string }>(
      `SELECT array_agg(act ORDER BY id) AS acts, min(at)::date::text AS first FROM legal_move
        WHERE case_number = '${task!.number}' AND NOT superseded`,
    );
    expect(moves!.acts.slice(0, 3)).toEqual(['submit', 'collect', 'accept']);
    expect(moves!.first < dateOf(Date.now())).toBe(true);
  });
});

describe('the demonstration’s older cases where a day lasts a minute', () => {
  const MINUTE = 60_000;
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** Where each stands: overdue by law, by promise, and what is left of its acceptance. */
  const standing = (at: number) =>
    stage.dataSource.query<{ number: string; state: string }[]>(
      `SELECT source_number AS number, state, due_at < $1 AS overdue,
              promised_due_at < $1 AS late, decided_at > due_at AS "decidedLate",
              paused_at IS NOT NULL AS paused
         FROM cases WHERE origin = 'imported' ORDER BY 1`,
      [new Date(at)],
    );

  it('stand where they would stand on real days', async () => {
    const settings = { digestKey: digestKeyOf({ PAYLOAD_KEYS }) };
    await bringOlderCases(stage.dataSource, { ...settings, dayLength: DAY });
    // The day that stands for today: late in a year whose next has no calendar yet it is over.
    const noon = startOfDay(await anchor(stage.dataSource.manager)) + DAY / 2;
    const real = await standing(Math.min(Date.now(), noon));
    await stage.dataSource.query(
      `UPDATE cases SET source_system = 'real-days', source_number = NULL, origin = 'offline'
        WHERE origin = 'imported'`,
    );
    await stage.dataSource.query(`DELETE FROM loaded_data WHERE name = 'older-cases'`);
    await bringOlderCases(stage.dataSource, { ...settings, dayLength: MINUTE });
    const short = await standing(Date.now());
    expect(short.length).toBeGreaterThanOrEqual(70);
    expect(short).toEqual(real);
    const [span] = await stage.dataSource.query<{ within: boolean }[]>(
      `SELECT min(received_at) > now() - interval '8 hours' AS within
         FROM cases WHERE origin = 'imported'`,
    );
    expect(span).toEqual({ within: true });
  }, 120_000);
});
