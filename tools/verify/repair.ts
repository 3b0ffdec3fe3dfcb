/**
 * `npm run verify -- --repair`: makes workflows anew from the tables. Where PostgreSQL and Temporal are of
 * two times all of them, and a new epoch begins; else those that differ.
 */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import {
  cannotBeAsked,
  rebuildWorkflows,
  verifyCases,
  type Rebuilt,
} from '../../src/cases/index.js';
import type { Config } from '../../src/platform/config.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { pollersOf } from '../../src/platform/temporal/index.js';
import { CASE_QUEUE } from '../../workflows/contracts/case.js';

export interface Repairing {
  /** The least one to begin, where one begins. */
  epoch?: number;
  /** See `VerifiedCases`. */
  answerWithin?: number;
}

export async function repair(
  dataSource: DataSource,
  temporal: Client,
  { dayLength, adapterGiveUp }: Pick<Config, 'dayLength' | 'adapterGiveUp'>,
  { epoch, answerWithin }: Repairing = {},
): Promise<void> {
  const marks = new StoreMarks(dataSource, temporal);
  const apart = (await marks.standing()) === 'apart';
  const which: Rebuilt = apart
    ? 'all'
    : { numbers: await differing(dataSource, temporal, answerWithin) };
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
    console.log(`${unknown.length} cases are in no table; their applicants have to be asked`);
  // Last: until then nothing goes on.
  if (apart) console.log(`epoch ${await marks.beginEpoch(epoch)}`);
}

/** How long Temporal may take to say who works, ms. */
const PATIENCE = 10_000;

/**
 * Cases whose workflow differs. One that cannot be asked counts as one; but where nobody works, or most
 * cannot be asked, it is the worker that does not answer, and nothing is thrown away for that.
 * @throws Error with one sentence then
 */
async function differing(
  dataSource: DataSource,
  temporal: Client,
  answerWithin?: number,
): Promise<string[]> {
  if ((await pollersOf(temporal, CASE_QUEUE, PATIENCE)) === 0)
    throw new Error(
      '没有工作进程在运行，工作流问不到；没有重建任何办件。请先启动工作进程，再试一次。',
    );
  const { checked, differences } = await verifyCases(dataSource, temporal, { answerWithin });
  const unasked = differences.filter(cannotBeAsked).length;
  if (unasked > 1 && unasked > checked - unasked)
    throw new Error(
      `${checked} 件办件中有 ${unasked} 件的工作流问不到，多半是工作进程刚刚停止，或其版本不对；没有重建任何办件。请先让工作进程正常运行，再试一次。`,
    );
  return [...new Set(differences.map(({ caseNumber }) => caseNumber))];
}
