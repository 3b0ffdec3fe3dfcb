/**
 * Seals anew what was written in clear by an earlier release, or under a key that is no longer the
 * current one: table by table, in pages, beside the work of the day. Which columns are done under
 * which key stands in `sealed_column`; an older key may go when all stand there under the newer one.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Recurring, type Round } from '../recurring/index.js';
import { sealingOf, WHOLE_COLUMNS } from './columns.js';
import { type Column, countStale, nameOf, rewriting, staleValues } from './stale.js';

/** Columns of one table. */
type TableColumns = readonly [Column, ...Column[]];

/** Pages of a table looked at in one transaction. */
const PAGES = 256;
/** Passes over one table in one run; rows that the day's work moves meanwhile are met in the next. */
const PASSES = 3;

/** The audit log is append-only, and holds codes. */
const UNTOUCHED = ['audit', 'audit_seal', 'migration', 'sealed_column'];

@Injectable()
export class Resealer {
  constructor(private readonly dataSource: DataSource) {}

  /** A table a run. @returns whether another one waits */
  @Recurring({ name: 'reseal', every: 600_000, oneProcess: true })
  async run(round: Round): Promise<boolean> {
    const key = sealingOf(this.dataSource.manager).currentId;
    const [first, ...others] = await columnsToSeal(this.dataSource.manager, key);
    if (!first) return false;
    const columns: TableColumns = [first, ...others.filter(({ table }) => table === first.table)];
    const well = await round.item(first.table, () => this.sealTable(columns, key, round.signal));
    return well && columns.length <= others.length && !round.signal.aborted;
  }

  /** Passes over the columns until nothing is left that a key of ours opens. */
  private async sealTable(columns: TableColumns, key: string, signal: AbortSignal): Promise<void> {
    const changed = columns.map(() => 0);
    for (let pass = 0; ; pass++) {
      const { counts, pages } = await this.stale(columns, key);
      // What is left at the end is nothing that can be opened: it is counted, and told.
      if (pass === PASSES || counts.every((count) => count === 0))
        return await this.done(columns, key, changed, counts);
      for (const [place, column] of columns.entries()) {
        if (counts[place] === 0) continue;
        for (let page = 0; page <= pages; page += PAGES) {
          if (signal.aborted) return;
          changed[place]! += await this.dataSource.transaction((manager) =>
            sealPages(manager, column, key, page),
          );
        }
      }
    }
  }

  private async stale(
    columns: TableColumns,
    key: string,
  ): Promise<{ counts: number[]; pages: number }> {
    const [row] = await this.dataSource.query<{ counts: number[]; pages: number }[]>(
      countStale(columns),
      [key],
    );
    return row!;
  }

  private async done(
    columns: TableColumns,
    key: string,
    changed: number[],
    notOpened: number[],
  ): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sealed_column (table_name, column_name, key_id, changed, not_opened)
       SELECT $1, name, $2, changed, not_opened
         FROM unnest($3::text[], $4::int[], $5::int[]) AS c (name, changed, not_opened)
       ON CONFLICT (table_name, column_name) DO UPDATE
         SET key_id = excluded.key_id, changed = excluded.changed,
             not_opened = excluded.not_opened, finished_at = now()`,
      [columns[0].table, key, columns.map(({ column }) => column), changed, notOpened],
    );
  }
}

/** @returns how many values were sealed anew */
async function sealPages(
  manager: EntityManager,
  column: Column,
  key: string,
  page: number,
): Promise<number> {
  let changed = 0;
  for (const { place, value } of await readStale(manager, column, [key, page, page + PAGES])) {
    if (holdsSealed(value)) continue;
    await rewrite(manager, column, [place, written(manager, column, value)]);
    changed++;
  }
  return changed;
}

function readStale(manager: EntityManager, column: Column, asked: [string, number, number]) {
  return manager.query<{ place: string; value: unknown }[]>(staleValues(column), asked);
}

function rewrite(manager: EntityManager, column: Column, value: [string, unknown]) {
  return manager.query<[unknown[], number]>(rewriting(column), value);
}

/** The value came through the door: what is still sealed in it no key of ours opens. */
const holdsSealed = (value: unknown): boolean =>
  /sealed:[\w-]+:[\w-]{38,}\./.test(JSON.stringify(value));

function written(manager: EntityManager, column: Column, value: unknown): unknown {
  const whole = WHOLE_COLUMNS[nameOf(column)];
  const sealed = whole ? whole(manager, value as never) : value;
  return column.type === 'jsonb' ? JSON.stringify(sealed) : sealed;
}

/** Those not done under this key, in the order of their names. */
function columnsToSeal(manager: EntityManager, key: string): Promise<Column[]> {
  return manager.query<Column[]>(
    `SELECT coalesce(c.table_name::text, '') AS table, coalesce(c.column_name::text, '') AS column,
            CASE c.data_type::text WHEN 'text' THEN 'text' WHEN 'jsonb' THEN 'jsonb' ELSE 'text[]' END AS type
       FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.is_generated = 'NEVER'
        AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text')
        AND c.table_name <> ALL ($2)
        AND NOT EXISTS (SELECT 1 FROM sealed_column s WHERE s.table_name = c.table_name
              AND s.column_name = c.column_name AND s.key_id = $1)
      ORDER BY 1, 2`,
    [key, UNTOUCHED],
  );
}
