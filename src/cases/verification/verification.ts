/**
 * Compares every open case's workflow with the tables (decision 1, commands as rows, and recorded
 * steps). The workflow is the truth for step, cause, state, open tasks, subscriptions and incidents;
 * the tables for everything else.
 */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { DataSource, EntityManager } from 'typeorm';
import { POSITION_QUERY, type CasePosition } from '../../../workflows/contracts/case.js';

/** One difference between a case's workflow and its rows. */
export interface Difference {
  caseNumber: string;
  what: 'workflow' | 'step' | 'cause' | 'state' | 'ended' | 'tasks' | 'subscriptions' | 'incidents';
  workflow: string;
  table: string;
}

interface Rows {
  step: number;
  cause: string;
  state: string;
  ended: boolean;
  tasks: string[];
  subscriptions: string[];
  incidents: string[];
  starting: boolean;
}

/** Cases compared at a time; each is one query to its workflow. */
const WINDOW = 20;

/** Checks the given cases, or all that the tables or Temporal call open. */
export async function verifyCases(
  dataSource: DataSource,
  temporal: Client,
  numbers?: string[],
): Promise<{ checked: number; differences: Difference[] }> {
  const all = numbers ?? (await openCases(dataSource, temporal));
  const differences: Difference[] = [];
  for (let index = 0; index < all.length; index += WINDOW) {
    const window = all.slice(index, index + WINDOW);
    const found = await Promise.all(window.map((number) => compare(dataSource, temporal, number)));
    differences.push(...found.flat());
  }
  return { checked: all.length, differences };
}

/** Open by the tables, and open by Temporal: a case that only one of them knows is a difference. */
async function openCases(dataSource: DataSource, temporal: Client): Promise<string[]> {
  const rows = await dataSource.query<{ number: string }[]>(
    `SELECT number FROM cases WHERE NOT ended`,
  );
  const numbers = new Set(rows.map(({ number }) => number));
  const running = temporal.workflow.list({
    query: `WorkflowType = 'caseWorkflow' AND ExecutionStatus = 'Running'`,
  });
  for await (const { workflowId } of running) numbers.add(workflowId);
  return [...numbers].sort();
}

/**
 * How long a step may be in flight, ms: its row is there before its workflow task is done, and a task
 * that was lost with its worker, or took too long, is given out again only after ten seconds.
 */
const SETTLED_WITHIN = 15_000;
const LOOK_AGAIN = 250;

/** Only what stays different while nothing moves is a difference. */
async function compare(
  dataSource: DataSource,
  temporal: Client,
  caseNumber: string,
): Promise<Difference[]> {
  const deadline = Date.now() + SETTLED_WITHIN;
  for (;;) {
    const position = await positionOf(temporal, caseNumber);
    const rows = await rowsOf(dataSource.manager, caseNumber);
    const differences = differencesOf(caseNumber, position, rows);
    if (differences.length === 0 || Date.now() > deadline) return differences;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

async function positionOf(temporal: Client, caseNumber: string): Promise<CasePosition | null> {
  try {
    return await temporal.workflow.getHandle(caseNumber).query<CasePosition>(POSITION_QUERY);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function rowsOf(manager: EntityManager, caseNumber: string): Promise<Rows | undefined> {
  const [row] = await manager.query<Rows[]>(
    `SELECT step, cause, state, ended,
            ARRAY(SELECT key FROM task WHERE case_number = number AND task.origin = 'diagram'
                   AND task.state IN ('open','completing') ORDER BY 1) AS tasks,
            ARRAY(SELECT id FROM subscription WHERE case_number = number ORDER BY 1) AS subscriptions,
            ARRAY(SELECT key FROM incident WHERE case_number = number AND incident.state = 'open'
                   AND code NOT IN ('no-department', 'worker-aborted', 'command-unanswered') ORDER BY 1) AS incidents,
            step = 0 AND EXISTS (SELECT 1 FROM command WHERE case_number = number
                   AND kind = 'start' AND status = 'pending') AS starting
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  return row;
}

function differencesOf(
  caseNumber: string,
  position: CasePosition | null,
  rows: Rows | undefined,
): Difference[] {
  const at = (what: Difference['what'], workflow: string, table: string): Difference[] =>
    workflow === table ? [] : [{ caseNumber, what, workflow, table }];
  if (!rows) return at('workflow', 'running', 'no row');
  if (!position) return rows.starting || rows.ended ? [] : at('workflow', 'none', 'open');
  return [
    ...at('step', String(position.step), String(rows.step)),
    ...at('cause', position.cause, rows.cause),
    // 送达, 归档 and 作废 follow the end, in the tables alone.
    ...(position.ended && rows.ended ? [] : at('state', position.state, rows.state)),
    ...at('ended', String(position.ended), String(rows.ended)),
    ...at('tasks', sorted(position.tasks.map(({ key }) => key)), sorted(rows.tasks)),
    ...at('subscriptions', sorted(ids(position.subscriptions)), sorted(rows.subscriptions)),
    ...at('incidents', sorted(ids(position.incidents)), sorted(rows.incidents)),
  ];
}

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
const sorted = (names: string[]): string => [...names].sort().join(' ');
