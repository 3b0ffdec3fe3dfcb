/** Random cases, written as the platform writes them: one row after another, changed and ended later. */
import fc from 'fast-check';
import type { DataSource } from 'typeorm';

const DAY = 86_400_000;

/** City, county and township bodies, branches, vertical ones and those of development zones. */
export const BODIES = [
  'o-2103-market',
  'o-210381-market',
  'o-210381-housing',
  'o-210381-fire',
  'o-210302-market',
  'o-210302-fire',
  'o-210381003',
  'o-210381003-market',
  'o-210381003-tax',
  'o-210381003-urban',
  'o-zone-jingkai-market',
  'o-zone-haicheng-service-centre',
];
export const ITEMS = ['item-a', 'item-b', 'item-c'];
const STEPS = ['收件', '审核', '决定'];

/** Days, to the hour. */
const days = (min: number, max: number) =>
  fc.integer({ min: min * 24, max: max * 24 }).map((hours) => hours / 24);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 });

const task = fc.record({
  department: maybe(fc.constantFrom(...BODIES)),
  name: fc.constantFrom(...STEPS),
  opened: days(-30, 0),
  /** After the opening; null = still open. */
  took: maybe(days(0, 20)),
  limit: maybe(days(0.5, 15)),
});

export const someCase = fc.record({
  department: fc.constantFrom(...BODIES),
  item: fc.constantFrom(...ITEMS),
  origin: fc.constantFrom('platform', 'offline', 'window'),
  received: days(-100, -1),
  entered: days(0, 4),
  accepted: maybe(days(0, 5)),
  statutory: maybe(days(1, 60)),
  promised: maybe(days(1, 40)),
  acceptance: maybe(days(1, 30)),
  decided: maybe(days(1, 50)),
  paused: fc.option(days(0, 60), { nil: null, freq: 2 }),
  pauses: fc.array(fc.record({ began: days(0, 20), length: days(0, 10) }), { maxLength: 2 }),
  returned: fc.integer({ min: 0, max: 3 }),
  correcting: fc.boolean(),
  rejected: fc.boolean(),
  /** Days after the decision, or after receipt; null = open. */
  ended: maybe(days(0, 10)),
  /** It ended by a step that turned out not to have happened. */
  reopened: fc.boolean(),
  tasks: fc.array(task, { maxLength: 3 }),
});
export type SomeCase = typeof someCase extends fc.Arbitrary<infer T> ? T : never;

/** To the second, never later: what falls due as it is written has done so whenever it is counted. */
const at = (instant: number) => new Date(Math.floor(instant / 1000) * 1000);

async function writeCase(dataSource: DataSource, number: string, c: SomeCase): Promise<void> {
  const now = Date.now();
  const received = now + c.received * DAY;
  const since = (offset: number | null, from = received) =>
    offset === null ? null : at(Math.min(from + offset * DAY, now - 1000));
  const ahead = (offset: number | null, from: number) =>
    offset === null ? null : at(from + offset * DAY);
  const accepted = since(c.accepted);
  const from = accepted?.getTime() ?? received;
  const decided = accepted && since(c.decided, from);
  await dataSource.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, received_at,
       origin, acceptance_due_at)
     VALUES ($1, $2, 1, $2, 'p', 'h', '2026.1', '210381003', 'p-zhang', $3, 'submitted', $4, $5, $6, $7)`,
    [
      ...[number, c.item, c.department, at(received + c.entered * DAY), at(received)],
      ...[c.origin, ahead(c.acceptance, received)],
    ],
  );
  for (const [index, t] of c.tasks.entries()) await writeTask(dataSource, number, index, t);
  for (let n = 0; n < c.returned; n += 1)
    await dataSource.query(
      `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state)
       VALUES ($1, $2, 'x', now(), 'correct', 'collected', 'correcting')`,
      [number, n],
    );
  const state = c.correcting && !accepted ? 'correcting' : accepted ? 'accepted' : 'collected';
  await dataSource.query(
    `UPDATE cases SET state = $2, accepted_at = $3, decided_at = $4, due_at = $5,
       promised_due_at = $6, paused_at = $7 WHERE number = $1`,
    [
      ...[number, state, accepted, decided, accepted && ahead(c.statutory, from)],
      ...[accepted && ahead(c.promised, from), decided ? null : since(c.paused, from)],
    ],
  );
  if (c.ended === null) return;
  const finished = since(c.ended, decided?.getTime() ?? from)!;
  const end = (ended: boolean) =>
    dataSource.query(
      `UPDATE cases SET ended = $2, finished_at = $3, state = $4, paused_at = NULL WHERE number = $1`,
      [number, ended, ended ? finished : null, c.rejected && !accepted ? 'rejected' : 'finished'],
    );
  await end(true);
  // What ended is written once more: pauses settled late, a step that was lost and came back.
  for (const [index, { began, length }] of c.pauses.entries())
    await dataSource.query(
      `INSERT INTO case_pause (case_number, began_at, ended_at, reason) VALUES ($1, $2, $3, 'x')`,
      [number, at(from + began * DAY + index * 60_000), at(from + (began + length) * DAY)],
    );
  if (c.reopened) {
    await dataSource.query(
      `DELETE FROM case_pause WHERE (case_number, began_at) =
         (SELECT case_number, max(began_at) FROM case_pause WHERE case_number = $1 GROUP BY 1)`,
      [number],
    );
    await end(false);
    await end(true);
  }
}

async function writeTask(
  dataSource: DataSource,
  number: string,
  index: number,
  t: SomeCase['tasks'][number],
): Promise<void> {
  const opened = Date.now() + t.opened * DAY;
  const id = `${number}.${index}`;
  await dataSource.query(
    `INSERT INTO task (id, case_number, key, element, name, role, department_id, state, opened_step,
       opened_at, due_at)
     VALUES ($1, $2, $3, 'e-' || $4, $4, 'handler', $5, 'open', 1, $6, $7)`,
    [
      ...[id, number, String(index), t.name, t.department, at(opened)],
      t.limit === null ? null : at(opened + t.limit * DAY),
    ],
  );
  if (t.took === null) return;
  await dataSource.query(`UPDATE task SET state = 'completed', completed_at = $2 WHERE id = $1`, [
    id,
    at(Math.min(opened + t.took * DAY, Date.now() - 1000)),
  ]);
}

/** Writes them in place of those before; what was finished is folded now and then. */
export async function writeCases(dataSource: DataSource, cases: SomeCase[]): Promise<void> {
  await dataSource.query(`TRUNCATE cases, task, legal_move, case_pause CASCADE`);
  await dataSource.query(`SELECT supervision_rebuild()`);
  for (const [index, one] of cases.entries()) {
    await writeCase(dataSource, `N${index}`, one);
    if (index % 7 === 0) await dataSource.query(`SELECT supervision_fold()`);
  }
}
