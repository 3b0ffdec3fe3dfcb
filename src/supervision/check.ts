/** Whether the figures say what the cases say: every narrow row against its definition, every sum anew. */
import type { EntityManager } from 'typeorm';

export interface FigureFault {
  table: string;
  /** Rows that are missing, too many or different. */
  rows: number;
}

const ROWS = ['open_case', 'open_step', 'finished_case', 'finished_step'];

const rowFaults = (table: string) => `
  SELECT '${table}' AS table, count(*)::int AS rows FROM (
    (SELECT * FROM ${table} EXCEPT ALL SELECT * FROM ${table}_source) UNION ALL
    (SELECT * FROM ${table}_source EXCEPT ALL SELECT * FROM ${table})) d`;

/** Sums as JSON without their keys' order mattering: roll-up and what is not folded yet, against the rows. */
const sumFaults = (name: string, keys: string, sums: string[]) => {
  const summed = ['n', ...sums].map((sum) => `sum(${sum})::bigint AS ${sum}`).join(', ');
  const kept = `SELECT month, ${keys}, ${summed} FROM (
      SELECT month, ${keys}, n, ${sums.join(', ')} FROM ${name}_month UNION ALL
      SELECT month, ${keys}, n, ${sums.join(', ')} FROM ${name}_delta) r
    GROUP BY month, ${keys} HAVING sum(n) <> 0`;
  const anew = `SELECT date_trunc('month', day)::date, ${keys}, count(*)::bigint,
      ${sums.map((sum) => `sum(${sum})::bigint`).join(', ')} FROM finished_${name}
    GROUP BY 1, ${keys}`;
  return `SELECT '${name}_month' AS table, count(*)::int AS rows FROM (
    (${kept} EXCEPT ALL ${anew}) UNION ALL (${anew} EXCEPT ALL ${kept})) d`;
};

const CASE_SUMS = ['accepted', 'granted', 'refused_acceptance', 'first_time', 'returned'].concat([
  ...['statutory', 'statutory_kept', 'promised', 'promised_kept', 'measured'],
  ...['statutory_days', 'promised_days', 'actual_days', 'late_entry', 'extended', 'deemed'],
]);

/** @returns the tables that differ; empty = all figures are right */
export async function checkFigures(manager: EntityManager): Promise<FigureFault[]> {
  const statements = [
    ...ROWS.map(rowFaults),
    sumFaults('case', 'department, item', CASE_SUMS),
    sumFaults('step', 'department, item, process, element, name', ['late', 'limited', 'seconds']),
  ];
  const faults: FigureFault[] = [];
  for (const statement of statements) {
    const found = await manager.query<FigureFault[]>(statement);
    faults.push(...found.filter(({ rows }) => rows > 0));
  }
  return faults;
}

/** Everything anew from the cases' own tables; cases wait meanwhile. */
export async function rebuildFigures(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT supervision_rebuild()`);
}
