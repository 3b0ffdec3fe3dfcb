/** What must hold of a case and its children however often something was killed on the way. */
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { verifyCases, type Difference } from '../../src/cases/verification/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
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
  const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys);
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

const FAMILY = `(SELECT number FROM cases WHERE number = ANY($1) OR parent_number = ANY($1))`;

export interface FamilyFacts {
  /** Tasks completed more than once on the timeline; must be none. */
  doneTwice: string[];
  /** Cases with more than one licence; must be none. */
  licencesTwice: string[];
  /** Fees ordered more than once; must be none. */
  paidTwice: string[];
  /** Steps that do not follow the one before them; must be none. */
  outOfOrder: string[];
  /** Commands that were not done in the end; must be none. */
  notDone: string[];
  payments: number;
  differences: Difference[];
}

/** What must be empty, and the rows that would stand in its way; $1 = case numbers. */
const WRONG = {
  doneTwice: `SELECT task_id AS name FROM timeline
    WHERE kind = 'task-completed' AND NOT superseded AND case_number IN ${FAMILY}
    GROUP BY task_id HAVING count(*) > 1`,
  licencesTwice: `SELECT case_number AS name FROM licence WHERE case_number IN ${FAMILY}
    GROUP BY case_number HAVING count(*) > 1`,
  paidTwice: `SELECT case_number || element AS name FROM payment WHERE case_number IN ${FAMILY}
    GROUP BY 1 HAVING count(*) > 1`,
  outOfOrder: `SELECT s.case_number || ' step ' || s.step AS name
    FROM case_step s LEFT JOIN case_step b
      ON b.case_number = s.case_number AND b.step = s.step - 1 AND NOT b.superseded
    WHERE NOT s.superseded AND s.case_number IN ${FAMILY}
      AND s.previous_cause IS DISTINCT FROM b.cause`,
  notDone: `SELECT id || ' ' || kind || ' ' || status AS name FROM command
    WHERE status <> 'done' AND case_number IN ${FAMILY}`,
};

/** Waits until every command is answered (the sweeper's work), then looks at the cases and their children. */
export async function factsOf(inside: Inside, ...cases: string[]): Promise<FamilyFacts> {
  const { dataSource, temporal } = inside;
  const ask = <T>(sql: string): Promise<T[]> => dataSource.query<T[]>(sql, [cases]);
  const count = async (sql: string) => (await ask<{ n: number }>(sql))[0]!.n;
  const pending = `SELECT count(*)::int AS n FROM command
    WHERE status = 'pending' AND case_number IN ${FAMILY}`;
  await eventually(
    'answers to all commands',
    async () => ((await count(pending)) === 0 ? true : undefined),
    90_000,
  );
  const names = async (sql: string) => (await ask<{ name: string }>(sql)).map(({ name }) => name);
  const numbers = await names(`SELECT number AS name FROM cases WHERE number IN ${FAMILY}`);
  return {
    doneTwice: await names(WRONG.doneTwice),
    licencesTwice: await names(WRONG.licencesTwice),
    paidTwice: await names(WRONG.paidTwice),
    outOfOrder: await names(WRONG.outOfOrder),
    notDone: await names(WRONG.notDone),
    payments: await count(`SELECT count(*)::int AS n FROM payment WHERE case_number IN ${FAMILY}`),
    differences: (await verifyCases(dataSource, temporal, { numbers })).differences,
  };
}

/** Facts of cases that were carried through without loss or repetition. */
export const UNHARMED: Omit<FamilyFacts, 'payments'> = {
  doneTwice: [],
  licencesTwice: [],
  paidTwice: [],
  outOfOrder: [],
  notDone: [],
  differences: [],
};
