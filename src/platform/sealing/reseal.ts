/**
 * Seals anew what was written in clear by an earlier release, or under a key that is no longer the
 * current one: column by column, in pages, beside the work of the day. Which columns are done under
 * which key stands in `sealed_column`; when all stand there under the newer one, the tables need the older
 * key no more, but for what is told as not opened (docs/operations/runbook.md).
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Recurring, type Round } from '../recurring/index.js';
import { sealedAnew } from './anew.js';
import { sealingOf } from './columns.js';
import { fillPersonDigests } from './person-digests.js';
import { type Column, countPages, nameOf, rewriting, staleValues } from './stale.js';

/** Pages of a table looked at in one transaction. */
const PAGES = 64;
/** Passes over one column in one run; rows that the day's work moves meanwhile are met in the next. */
const PASSES = 4;

/** A column that is done is gone through again after so long, for what processes of a release before wrote. */
const AGAIN_AFTER = '7 days';

/** Append-only, or not the serving user's to change; they hold codes and fingerprints. */
const UNTOUCHED = ['audit', 'audit_seal', 'digest_key', 'migration', 'sealed_column'];

/** Of values looked at: sealed anew, and those that hold what no key of ours opens. */
interface Outcome {
  changed: number;
  notOpened: number;
}

@Injectable()
export class Resealer {
  constructor(private readonly dataSource: DataSource) {}

  /** Digests that are missing, and every column that is not done; one that fails keeps no other waiting. */
  @Recurring({ name: 'reseal', every: 600_000, oneProcess: true })
  async run(round: Round): Promise<void> {
    const { currentId: key } = sealingOf(this.dataSource.manager);
    await round.item('cases.person_digest', async () => {
      await fillPersonDigests(this.dataSource, round.signal);
    });
    for (const column of await columnsToSeal(this.dataSource.manager, key)) {
      if (round.signal.aborted) return;
      await round.item(nameOf(column), () => this.sealColumn(column, key, round.signal));
    }
  }

  /**
   * Passes over the column until one finds nothing to do. One that is written in the old way faster than
   * it is sealed – by processes of the release before – is not done, and taken up in the next run.
   */
  private async sealColumn(column: Column, key: string, signal: AbortSignal): Promise<void> {
    let changed = 0;
    for (let pass = 0; pass < PASSES; pass++) {
      const found = await this.onePass(column, key, signal);
      if (signal.aborted) return;
      changed += found.changed;
      if (found.changed > 0) continue;
      await done(this.dataSource.manager, column, key, { ...found, changed });
      return;
    }
  }

  private async onePass(column: Column, key: string, signal: AbortSignal): Promise<Outcome> {
    const all: Outcome = { changed: 0, notOpened: 0 };
    const pages = await pagesOf(this.dataSource.manager, column);
    for (let page = 0; page <= pages && !signal.aborted; page += PAGES) {
      const { changed, notOpened } = await this.dataSource.transaction((manager) =>
        sealPages(manager, column, key, page),
      );
      all.changed += changed;
      all.notOpened += notOpened;
    }
    return all;
  }
}

async function sealPages(
  manager: EntityManager,
  column: Column,
  key: string,
  page: number,
): Promise<Outcome> {
  const outcome: Outcome = { changed: 0, notOpened: 0 };
  for (const { place, stored } of await readStale(manager, column, [key, page, page + PAGES])) {
    const { value, notOpened } = sealedAnew(sealingOf(manager), column, stored.toString());
    if (notOpened) outcome.notOpened++;
    if (value === undefined) continue;
    await rewrite(manager, column, [place, value]);
    outcome.changed++;
  }
  return outcome;
}

function readStale(manager: EntityManager, column: Column, asked: [string, number, number]) {
  return manager.query<{ place: string; stored: Buffer }[]>(staleValues(column), asked);
}

function rewrite(manager: EntityManager, column: Column, value: [string, unknown]) {
  return manager.query<[unknown[], number]>(rewriting(column), value);
}

async function pagesOf(manager: EntityManager, { table }: Column): Promise<number> {
  const [{ pages }] = await manager.query<[{ pages: number }]>(countPages(table));
  return pages;
}

async function done(
  manager: EntityManager,
  { table, column }: Column,
  key: string,
  { changed, notOpened }: Outcome,
): Promise<void> {
  await manager.query(
    `INSERT INTO sealed_column (table_name, column_name, key_id, changed, not_opened)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (table_name, column_name) DO UPDATE
       SET key_id = excluded.key_id, changed = excluded.changed,
           not_opened = excluded.not_opened, finished_at = now()`,
    [table, column, key, changed, notOpened],
  );
}

/** Those not done under this key of late, in the order of their names. */
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
              AND s.column_name = c.column_name AND s.key_id = $1
              AND s.finished_at > now() - $3::interval)
      ORDER BY 1, 2`,
    [key, UNTOUCHED, AGAIN_AFTER],
  );
}
