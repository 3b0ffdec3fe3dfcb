/**
 * A city's cases as rows, set by set: a few departments and items have most of them, three years back,
 * some late, stopped, returned. No workflow is behind them; triggers rest and the figures are rebuilt.
 */
import pg from 'pg';

export interface Amount {
  open: number;
  finished: number;
}

/** Items of every line and level, a thousand or so. */
const ITEMS = `
  INSERT INTO item (code, version, kind, type, name, data, state, published_at)
  SELECT 'bench-' || l.line || '-' || level || '-' || n, 1, 'single', (ARRAY['01','05','07','10','20'])[1 + n % 5],
         '事项 ' || l.line || ' ' || n, '{"fees": []}', 'published', now()
  FROM (SELECT DISTINCT line FROM unit WHERE line IS NOT NULL) l,
       unnest(ARRAY['city','county','township']) level, generate_series(1, 12) n`;

/** Bodies that decide, by rank: the first have most of the cases. */
const DESKS = `
  CREATE TEMP TABLE desk AS
  SELECT u.id, u.line, u.level, coalesce(o.region, o.service_area[1], '210300') AS region,
         row_number() OVER (ORDER BY hashtext(u.id)) - 1 AS rank
  FROM unit u JOIN organisation o ON o.id = u.id
  WHERE u.line IS NOT NULL AND o.kind IN ('department', 'branch', 'enforcement-team')
    AND u.level IN ('city', 'county', 'township');
  CREATE INDEX ON desk (rank); ANALYZE desk`;

/** $1 how many, $2 first number, $3 whether they are finished. Days are spread over three years. */
const CASES = `
  INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
    calendar_version, region, applicant_id, lead_department, state, submitted_at, received_at,
    collected_at, accepted_at, decided_at, finished_at, due_at, promised_due_at, acceptance_due_at,
    paused_at, step, engine_state, ended, item_type, origin, outcome)
  SELECT 'B' || lpad(g::text, 9, '0'), 'bench-' || d.line || '-' || d.level || '-' || i.n, 1,
         '事项 ' || d.line || ' ' || i.n, 'bench', 'hash-' || i.n, '2026.1', d.region,
         'bench', d.id,
         CASE WHEN NOT $3 THEN CASE WHEN x.accept THEN 'accepted' ELSE 'collected' END
              WHEN x.rejected THEN 'rejected' ELSE 'finished' END,
         t.received + CASE WHEN x.offline THEN interval '3 days' ELSE interval '0' END,
         t.received, t.received, t.accepted, t.decided,
         CASE WHEN $3 THEN coalesce(t.decided, t.received + interval '2 days') END,
         date_trunc('day', t.accepted) + interval '28 days',
         date_trunc('day', t.accepted) + interval '10 days',
         CASE WHEN NOT x.accept THEN date_trunc('day', t.received) + interval '7 days' END,
         CASE WHEN NOT $3 AND x.accept AND x.paused THEN t.accepted + interval '1 day' END, 4,
         CASE WHEN NOT $3 THEN '{"instances": {"1": {"element": "review"}}}'::jsonb END, $3, '01',
         CASE WHEN x.offline THEN 'offline' ELSE 'platform' END,
         CASE WHEN $3 AND NOT x.rejected THEN 'granted' END
  FROM generate_series($2::bigint, $2::bigint + $1::bigint - 1) g
  CROSS JOIN LATERAL (SELECT g AS same, random() AS a, random() AS b, random() AS c) r
  CROSS JOIN LATERAL (SELECT 1 + floor(r.a * r.a * 12)::int AS n) i
  JOIN desk d ON d.rank = floor(r.b * r.b * (SELECT count(*) FROM desk))::int
  CROSS JOIN LATERAL (SELECT g AS again, random() < 0.03 AS rejected, random() < 0.02 AS offline,
                             random() < 0.05 AS paused, random() < 0.85 AS accept) y
  CROSS JOIN LATERAL (SELECT y.rejected, y.offline, y.paused,
                             CASE WHEN $3 THEN NOT y.rejected ELSE y.accept END AS accept) x
  CROSS JOIN LATERAL (SELECT CASE WHEN $3
      THEN now() - interval '1095 days' * (1 - (g - $2)::float8 / $1) - interval '20 days' * r.c
      ELSE now() - interval '16 days' * sqrt(r.c) * CASE WHEN r.a < 0.03 THEN 3 ELSE 1 END
    END AS received) t0
  CROSS JOIN LATERAL (SELECT t0.received,
    CASE WHEN x.accept THEN t0.received + interval '1 day' END AS accepted,
    CASE WHEN x.accept AND $3 THEN least(t0.received + interval '1 day'
      + interval '9 days' * r.c + CASE WHEN r.a < 0.04 THEN interval '15 days' ELSE interval '0' END,
      now()) END AS decided) t`;

/** $1 whether of finished cases: three steps done; else one that waits. */
const STEPS = `
  INSERT INTO task (id, case_number, key, element, name, line, level, role, department_id, state,
    opened_step, opened_at, due_at, assignee_person, completed_at)
  SELECT c.number || '.' || s.n, c.number, s.n::text, s.element, s.name, NULL, NULL, 'handler',
         c.lead_department, CASE WHEN $1 THEN 'completed' ELSE 'open' END, s.n,
         c.received_at + s.n * interval '6 hours',
         c.received_at + s.n * interval '6 hours' + interval '5 days',
         CASE WHEN s.n % 2 = 0 OR $1 THEN 'bench-' || (hashtext(c.number) & 3) END,
         CASE WHEN $1 THEN least(c.received_at + s.n * interval '6 hours'
           + interval '4 days' * random() * CASE WHEN random() < 0.05 THEN 3 ELSE 1 END, now()) END
  FROM cases c
  JOIN (VALUES (1, 'collect', '收件'), (2, 'review', '审核'), (3, 'decide', '决定')) s (n, element, name)
    ON $1 OR s.n = 1 + (hashtext(c.number) & 1023) % 3
  WHERE c.ended = $1 AND c.process_id = 'bench'`;

const RETURNS = `
  INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state)
  SELECT number, 1, 'bench', received_at + interval '2 hours', 'correct', 'collected', 'correcting'
  FROM cases, generate_series(1, 3) n WHERE hashtext(number) % 40 >= 40 - n * 2`;

const CARDS = `
  INSERT INTO card (colour, case_number, department, item, state, reason, issued_at, answer_due)
  SELECT CASE WHEN statutory_due < now() THEN 'red' ELSE 'yellow' END, number, department, item,
         'issued', 'bench', now(), now() + interval '3 days'
  FROM open_case WHERE promised_due < now() - interval '2 days'`;

/** Fills an empty, migrated database that has organisations and a calendar. */
export async function generate(
  url: string,
  { open, finished }: Amount,
  progress: (message: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;
      SET work_mem = '256MB'`);
    await client.query(ITEMS);
    await client.query(DESKS);
    progress(`${finished} finished cases…`);
    await client.query(CASES, [finished, 1, true]);
    progress(`${open} open cases…`);
    await client.query(CASES, [open, finished + 1, false]);
    await client.query('ANALYZE cases');
    progress('their steps…');
    await client.query(STEPS.replaceAll('$1', 'true'));
    await client.query(STEPS.replaceAll('$1', 'false'));
    await client.query(RETURNS);
    await client.query('SET session_replication_role = DEFAULT');
    progress('figures…');
    await client.query('ANALYZE task');
    await client.query('ANALYZE legal_move');
    await client.query('SELECT supervision_rebuild()');
    await client.query(CARDS);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
