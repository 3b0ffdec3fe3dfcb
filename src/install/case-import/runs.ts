/** A file that was handed in, the outcome of each of its lines, and how far it has come. */
import type { EntityManager } from 'typeorm';
import { conflict, notFound } from '../../platform/errors.js';
import { sealedText } from '../../platform/sealing/index.js';
import type { Brought, CheckedLine } from './bring-over.js';
import type { LineError } from './older-case.js';
import type { ReadLine } from './read-table.js';

export type LineState = 'ready' | 'faulty' | 'brought' | 'already' | 'refused';

export interface NewRun {
  id: string;
  sourceSystem: string;
  fileName: string;
  personId: string;
  postId: string | null;
}

export interface Run {
  id: string;
  sourceSystem: string;
  fileName: string;
  state: 'checked' | 'running' | 'done' | 'dropped';
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  personName: string | null;
  total: number;
  ready: number;
  faulty: number;
  brought: number;
  already: number;
  refused: number;
}

export interface LineOutcome {
  line: number;
  sourceNumber: string | null;
  state: LineState;
  caseNumber: string | null;
  errors: LineError[];
}

/** A repeat of the id changes nothing. */
export async function insertRun(
  manager: EntityManager,
  run: NewRun,
  lines: CheckedLine[],
): Promise<void> {
  const { id, sourceSystem, fileName, personId, postId } = run;
  const written = await manager.query<unknown[]>(
    `INSERT INTO bringing_over (id, source_system, file_name, state, person_id, post_id)
     VALUES ($1, $2, $3, 'checked', $4, $5) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, sourceSystem, fileName, personId, postId],
  );
  if (written.length === 0) return;
  for (let at = 0; at < lines.length; at += PAGE) {
    const rows = lines.slice(at, at + PAGE).map(({ line, already, errors }) => ({
      line: line.line,
      source_number: line.cells.source_number ?? null,
      // Of what is not brought over nothing personal is kept.
      data: already || errors.length > 0 ? null : sealedText(manager, JSON.stringify(line)),
      state: stateOf(already, errors),
      errors,
      case_number: already,
    }));
    await manager.query(
      `INSERT INTO bringing_over_line (run_id, line, source_number, data, state, errors, case_number)
       SELECT $1, line, source_number, data, state, errors, case_number
         FROM jsonb_to_recordset($2) AS l (line int, source_number text, data jsonb, state text,
              errors jsonb, case_number text)`,
      [id, JSON.stringify(rows)],
    );
  }
}

function stateOf(already: string | null, errors: LineError[]): LineState {
  if (already) return 'already';
  return errors.length > 0 ? 'faulty' : 'ready';
}

const PAGE = 5_000;
const MOST_RUNS = 50;

const RUNS = `
  SELECT r.id, r.source_system AS "sourceSystem", r.file_name AS "fileName", r.state,
         r.created_at AS "createdAt", r.started_at AS "startedAt", r.finished_at AS "finishedAt",
         p.name AS "personName", count(l.*)::int AS total,
         count(*) FILTER (WHERE l.state = 'ready')::int AS ready,
         count(*) FILTER (WHERE l.state = 'faulty')::int AS faulty,
         count(*) FILTER (WHERE l.state = 'brought')::int AS brought,
         count(*) FILTER (WHERE l.state = 'already')::int AS already,
         count(*) FILTER (WHERE l.state = 'refused')::int AS refused
    FROM (SELECT * FROM bringing_over WHERE $1::uuid IS NULL OR id = $1
           ORDER BY created_at DESC LIMIT ${MOST_RUNS}) r
    LEFT JOIN bringing_over_line l ON l.run_id = r.id
    LEFT JOIN person p ON p.id = r.person_id
   GROUP BY r.id, r.source_system, r.file_name, r.state, r.created_at, r.started_at, r.finished_at,
            p.name
   ORDER BY r.created_at DESC`;

export const listRuns = (manager: EntityManager): Promise<Run[]> =>
  manager.query<Run[]>(RUNS, [null]);

/** @throws DomainError `no-such-run` */
export async function readRun(manager: EntityManager, id: string): Promise<Run> {
  const [run] = await manager.query<Run[]>(RUNS, [id]);
  if (!run) throw notFound('no-such-run', `没有导入 ${id}。`);
  return run;
}

/** Outcomes line by line, in the file's order; of one state when it is given. */
export async function readLines(
  manager: EntityManager,
  id: string,
  { state, after = 0, most }: { state?: LineState; after?: number; most: number },
): Promise<LineOutcome[]> {
  return manager.query<LineOutcome[]>(
    `SELECT line, source_number AS "sourceNumber", state, case_number AS "caseNumber", errors
       FROM bringing_over_line
      WHERE run_id = $1 AND line > $2 AND ($3::text IS NULL OR state = $3)
      ORDER BY line LIMIT $4`,
    [id, after, state ?? null, most],
  );
}

/** From now on its lines are brought over. @throws DomainError `no-such-run`, `nothing-ready` */
export async function startRun(manager: EntityManager, id: string): Promise<Run> {
  const run = await readRun(manager, id);
  if (run.state === 'running' || run.state === 'done') return run;
  if (run.ready === 0)
    throw conflict('nothing-ready', '没有可以导入的行；请按提示改好文件后重新上传。');
  await manager.query(
    `UPDATE bringing_over SET state = 'running', started_at = now() WHERE id = $1`,
    [id],
  );
  return readRun(manager, id);
}

export interface TakenRun {
  id: string;
  sourceSystem: string;
  personId: string;
  postId: string | null;
}

/** The oldest run under way that nobody works on. */
export async function takeRun(
  manager: EntityManager,
  leaseSeconds: number,
): Promise<TakenRun | null> {
  const [rows] = await manager.query<[TakenRun[], number]>(
    `UPDATE bringing_over SET taken_at = now() WHERE id = (
       SELECT id FROM bringing_over WHERE state = 'running'
          AND (taken_at IS NULL OR taken_at < now() - make_interval(secs => $1))
        ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, source_system AS "sourceSystem", person_id AS "personId", post_id AS "postId"`,
    [leaseSeconds],
  );
  return rows[0] ?? null;
}

/** The next lines to bring over, locked until the transaction ends. */
export async function nextLines(
  manager: EntityManager,
  id: string,
  most: number,
): Promise<ReadLine[]> {
  await manager.query(`UPDATE bringing_over SET taken_at = now() WHERE id = $1`, [id]);
  const rows = await manager.query<{ data: ReadLine | string }[]>(
    `SELECT data FROM bringing_over_line WHERE run_id = $1 AND state = 'ready' AND data IS NOT NULL
      ORDER BY line LIMIT $2 FOR UPDATE`,
    [id, most],
  );
  // A line is sealed as one text; those checked by an earlier release are not.
  return rows.map(({ data }) => (typeof data === 'string' ? (JSON.parse(data) as ReadLine) : data));
}

/** Notes the outcomes; the lines' personal data go. */
export async function settleLines(
  manager: EntityManager,
  id: string,
  outcomes: Brought[],
): Promise<void> {
  await manager.query(
    `UPDATE bringing_over_line l SET state = o.state, case_number = o."caseNumber",
            errors = o.errors, data = NULL
       FROM jsonb_to_recordset($2) AS o (line int, state text, "caseNumber" text, errors jsonb)
      WHERE l.run_id = $1 AND l.line = o.line`,
    [id, JSON.stringify(outcomes)],
  );
}

export async function finishRun(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE bringing_over SET state = 'done', finished_at = now() WHERE id = $1`,
    [id],
  );
}

/** A file that was only checked is forgotten, with what it said of people. */
export async function dropRun(manager: EntityManager, id: string): Promise<void> {
  const run = await readRun(manager, id);
  if (run.state !== 'checked')
    throw conflict('run-under-way', '已经开始导入的不能放弃；已导入的办件不会撤回。');
  await manager.query(`DELETE FROM bringing_over_line WHERE run_id = $1`, [id]);
  await manager.query(`UPDATE bringing_over SET state = 'dropped' WHERE id = $1`, [id]);
}
