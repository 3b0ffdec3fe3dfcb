/**
 * Compares every open case's workflow with the tables (decision 1, commands as rows, and recorded
 * steps), and those that ended since a date where that is asked. A workflow that cannot be asked is a
 * difference of its own: the others are compared all the same.
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

const CANNOT_BE_ASKED = 'cannot be asked: ';

/** Whether it is no difference that was seen, but a workflow that did not answer. */
export const cannotBeAsked = ({ what, workflow }: Difference): boolean =>
  what === 'workflow' && workflow.startsWith(CANNOT_BE_ASKED);

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

/** Which cases are looked at. */
export interface VerifiedCases {
  /** These alone; left out = all that the tables or Temporal call open. */
  numbers?: readonly string[];
  /** Besides the open ones, those that ended at this instant or later. */
  endedSince?: Date;
  /** How long a step may be in flight, ms; shorter where nobody is at work. */
  settledWithin?: number;
  /** How long one workflow may take to say where it stands, ms; 10 s. */
  answerWithin?: number;
}

/** Temporal's query for the workflows of open cases. */
export const RUNNING_CASES = `WorkflowType = 'caseWorkflow' AND ExecutionStatus = 'Running'`;

/** Cases compared at a time; each is one question to its workflow. */
const WINDOW = 20;

/** Checks the given cases, or all that the tables or Temporal call open. */
export async function verifyCases(
  dataSource: DataSource,
  temporal: Client,
  which: VerifiedCases = {},
): Promise<{ checked: number; differences: Difference[] }> {
  const all = which.numbers ?? (await casesOf(dataSource, temporal, which.endedSince));
  const differences: Difference[] = [];
  for (let index = 0; index < all.length; index += WINDOW) {
    const window = all.slice(index, index + WINDOW);
    const found = await Promise.all(
      window.map((number) => compare(dataSource, temporal, number, which)),
    );
    differences.push(...found.flat());
  }
  return { checked: all.length, differences };
}

/** Open by the tables, and open by Temporal: a case that only one of them knows is a difference. */
async function casesOf(
  dataSource: DataSource,
  temporal: Client,
  endedSince?: Date,
): Promise<string[]> {
  const rows = await dataSource.query<{ number: string }[]>(
    `SELECT number FROM cases WHERE NOT ended OR finished_at >= $1`,
    [endedSince ?? null],
  );
  const numbers = new Set(rows.map(({ number }) => number));
  for await (const { workflowId } of temporal.workflow.list({ query: RUNNING_CASES }))
    numbers.add(workflowId);
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
  { settledWithin = SETTLED_WITHIN, answerWithin = PATIENCE }: VerifiedCases,
): Promise<Difference[]> {
  const deadline = Date.now() + settledWithin;
  for (;;) {
    const asked = await ask(temporal, caseNumber, answerWithin);
    const rows = await rowsOf(dataSource.manager, caseNumber);
    const differences = differencesOf(caseNumber, asked, rows);
    const settled = differences.length === 0 || asked.answer === 'fails';
    if (settled || Date.now() > deadline) return differences;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

/** What a workflow said of itself. */
type Asked =
  | { answer: 'position'; position: CasePosition; running: boolean }
  /** There is none; Temporal forgets those that ended long ago. */
  | { answer: 'none' }
  /** It was ended from outside: how. */
  | { answer: 'stopped'; how: string }
  /** It is there and cannot be asked: no worker, or one whose code it does not fit. */
  | { answer: 'fails'; why: string };

const PATIENCE = 10_000;

async function ask(temporal: Client, caseNumber: string, within: number): Promise<Asked> {
  const handle = temporal.workflow.getHandle(caseNumber);
  try {
    return await temporal.withDeadline(Date.now() + within, async () => {
      const { status } = await handle.describe();
      if (status.name !== 'RUNNING' && status.name !== 'COMPLETED')
        return { answer: 'stopped' as const, how: status.name.toLowerCase() };
      const position = await handle.query<CasePosition>(POSITION_QUERY);
      return { answer: 'position' as const, position, running: status.name === 'RUNNING' };
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { answer: 'none' };
    return { answer: 'fails', why: reasonOf(error) };
  }
}

/** The client wraps what the server said. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { details?: string }; message?: string };
  return (cause?.details || message || String(error)).slice(0, 200);
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

function differencesOf(caseNumber: string, asked: Asked, rows: Rows | undefined): Difference[] {
  const at = (what: Difference['what'], workflow: string, table: string): Difference[] =>
    workflow === table ? [] : [{ caseNumber, what, workflow, table }];
  if (asked.answer === 'fails') return at('workflow', CANNOT_BE_ASKED + asked.why, nameOf(rows));
  if (!rows) return asked.answer === 'position' ? at('workflow', 'running', 'no row') : [];
  if (asked.answer === 'none')
    return rows.starting || rows.ended ? [] : at('workflow', 'none', 'open');
  // The tables are the record: an ended case needs its workflow no more.
  if (asked.answer === 'stopped') return rows.ended ? [] : at('workflow', asked.how, 'open');
  const { position, running } = asked;
  return [
    ...at('step', String(position.step), String(rows.step)),
    ...at('cause', position.cause, rows.cause),
    // 送达, 归档 and 作废 follow the end, in the tables alone.
    ...(position.ended && rows.ended ? [] : at('state', position.state, rows.state)),
    ...at('ended', String(position.ended || !running), String(rows.ended)),
    ...at('tasks', sorted(position.tasks.map(({ key }) => key)), sorted(rows.tasks)),
    ...at('subscriptions', sorted(ids(position.subscriptions)), sorted(rows.subscriptions)),
    ...at('incidents', sorted(ids(position.incidents)), sorted(rows.incidents)),
  ];
}

const nameOf = (rows: Rows | undefined): string =>
  rows ? (rows.ended ? 'ended' : 'open') : 'no row';
const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
const sorted = (names: string[]): string => [...names].sort().join(' ');
