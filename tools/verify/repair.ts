/**
 * `npm run verify -- --repair`: makes workflows anew from the tables. Where PostgreSQL and Temporal are of
 * two times all of them, and a new epoch begins; else those that differ.
 */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { rebuildWorkflows, verifyCases, type Rebuilt } from '../../src/cases/index.js';
import type { Config } from '../../src/platform/config.js';
import { StoreMarks } from '../../src/platform/stores/index.js';

export async function repair(
  dataSource: DataSource,
  temporal: Client,
  { dayLength, adapterGiveUp }: Config,
): Promise<void> {
  const marks = new StoreMarks(dataSource, temporal);
  const apart = (await marks.standing()) === 'apart';
  const which: Rebuilt = apart ? 'all' : { numbers: await differing(dataSource, temporal) };
  const settings = { dayLength, adapterGiveUp };
  const { rebuilt, ended, unknown } = await rebuildWorkflows(
    { dataSource, temporal, settings },
    which,
  );
  console.log(`${rebuilt} workflows made anew, ${ended.length} of ended cases stopped`);
  for (const caseNumber of unknown)
    console.log(
      JSON.stringify({ caseNumber, what: 'workflow', workflow: 'stopped', table: 'no row' }),
    );
  if (unknown.length > 0)
    console.log(
      `${unknown.length} cases came in after the backup; their applicants have to be asked`,
    );
  // Last: until then nothing goes on.
  if (apart) console.log(`epoch ${await marks.beginEpoch()}`);
}

async function differing(dataSource: DataSource, temporal: Client): Promise<string[]> {
  const { differences } = await verifyCases(dataSource, temporal);
  return [...new Set(differences.map(({ caseNumber }) => caseNumber))];
}
