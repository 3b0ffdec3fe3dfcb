/** What must hold of a case and its children however often something was killed on the way. */
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { verifyCases, type Difference } from '../../src/cases/index.js';
import { openDatabase } from '../../src/database/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../../tools/start/running.js';
import { eventually } from '../workflow/stage.js';

/** Reads the platform's own stores, beside its API. */
export interface Inside {
  dataSource: DataSource;
  temporal: Client;
  close(): Promise<void>;
}

export async function lookInside(dataDir: string): Promise<Inside> {
  const config = platformConfig(dataDir);
  const dataSource = await openDatabase(config.databaseUrl);
  const temporal = openTemporal(config);
  return {
    dataSource,
    temporal,
    async close() {
      await (temporal.connection as Connection).close();
      await dataSource.destroy();
    },
  };
}

const FAMILY = `(SELECT number FROM cases WHERE number = $1 OR parent_number = $1)`;

export interface FamilyFacts {
  /** Tasks completed more than once on the timeline; must be none. */
  doneTwice: string[];
  /** Cases with more than one licence; must be none. */
  licencesTwice: string[];
  /** Fees ordered more than once; must be none. */
  paidTwice: string[];
  payments: number;
  unanswered: number;
  differences: Difference[];
}

/** Waits until every command is answered (the sweeper's work), then looks. */
export async function factsOf(inside: Inside, caseNumber: string): Promise<FamilyFacts> {
  const { dataSource, temporal } = inside;
  const ask = <T>(sql: string): Promise<T[]> => dataSource.query<T[]>(sql, [caseNumber]);
  const count = async (sql: string) => (await ask<{ n: number }>(sql))[0]!.n;
  const pending = `SELECT count(*)::int AS n FROM command
    WHERE status = 'pending' AND case_number IN ${FAMILY}`;
  await eventually(
    'answers to all commands',
    async () => ((await count(pending)) === 0 ? true : undefined),
    90_000,
  );
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
  const numbers = (
    await ask<{ number: string }>(`SELECT number FROM cases WHERE number IN ${FAMILY}`)
  ).map(({ number }) => number);
  return {
    doneTwice: names(
      await ask(
        `SELECT task_id AS name FROM timeline
          WHERE kind = 'task-completed' AND NOT superseded AND case_number IN ${FAMILY}
          GROUP BY task_id HAVING count(*) > 1`,
      ),
    ),
    licencesTwice: names(
      await ask(
        `SELECT case_number AS name FROM licence WHERE case_number IN ${FAMILY}
          GROUP BY case_number HAVING count(*) > 1`,
      ),
    ),
    paidTwice: names(
      await ask(
        `SELECT case_number || element AS name FROM payment WHERE case_number IN ${FAMILY}
          GROUP BY 1 HAVING count(*) > 1`,
      ),
    ),
    payments: await count(`SELECT count(*)::int AS n FROM payment WHERE case_number IN ${FAMILY}`),
    unanswered: await count(pending),
    differences: (await verifyCases(dataSource, temporal, numbers)).differences,
  };
}

/** Facts of a case that was carried through without loss or repetition. */
export const UNHARMED: Omit<FamilyFacts, 'payments'> = {
  doneTwice: [],
  licencesTwice: [],
  paidTwice: [],
  unanswered: 0,
  differences: [],
};
