/**
 * Makes workflows anew from the tables, which are the record of a case: what its people were told, what
 * was decided and sealed stands there. A workflow that knows more (the tables were put back) or less
 * (Temporal was) is replaced by one that stands where the tables do; what calls outside by the same keys
 * is done once all the same (decision 34, stores that belong together carry one mark).
 */
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource, EntityManager } from 'typeorm';
import {
  CASE_QUEUE,
  CASE_WORKFLOW,
  CHILD_ENDED_SIGNAL,
  type CaseState,
  type ChildEnded,
} from '../../../workflows/contracts/case.js';
import { searchAttributesOf } from '../../../workflows/search-attributes.js';
import { caseInputOf, firstInputOf, type CaseSettings } from '../opening/index.js';
import { RUNNING_CASES } from '../verification/index.js';
import { runFromTables } from './run-from-tables.js';

/**
 * Which cases; their whole families are made anew, because children and parents wait for each other. A
 * number that the tables do not know has no family: its workflow is ended.
 */
export type Rebuilt = 'all' | { numbers: readonly string[] } | { steppedSince: Date };

export interface RebuildReport {
  /** Cases whose workflow was made anew. */
  rebuilt: number;
  /** Workflows that were ended, because their case has ended in the tables. */
  ended: string[];
  /** Workflows that were ended, because the tables know no such case: it came in after the backup. */
  unknown: string[];
}

const numbersOf = (which: Rebuilt): readonly string[] | null =>
  typeof which === 'object' && 'numbers' in which ? which.numbers : null;

interface Stores {
  dataSource: DataSource;
  temporal: Client;
  settings: CaseSettings;
}

/** Cases made anew at a time. */
const WINDOW = 20;
const REASON = 'made anew from the tables';

/** Nobody may work on them meanwhile but people whose commands are rows. Safe to repeat. */
export async function rebuildWorkflows(stores: Stores, which: Rebuilt): Promise<RebuildReport> {
  const { manager } = stores.dataSource;
  // Before anything begins: what runs is what has to be explained by the tables.
  const named = which === 'all' ? await runningCases(stores.temporal) : (numbersOf(which) ?? []);
  const families = await familiesOf(manager, which);
  // Parents before their children: a parent that still waits would take its child's replacement for a failure.
  for (const depth of new Set(families.map((one) => one.depth)))
    await inWindows(
      families.filter((one) => one.depth === depth && !one.ended),
      ({ number }) => begin(stores, number),
    );
  const open = new Set(families.filter(({ ended }) => !ended).map(({ number }) => number));
  const over = [...named, ...families.map(({ number }) => number)].filter((id) => !open.has(id));
  const stopped = await inWindows([...new Set(over)], (id) => stop(stores.temporal, id));
  await inWindows(await endedChildren(manager, [...open]), (child) => tell(stores.temporal, child));
  const known = new Set(await knownOf(manager, stopped.filter(isPresent)));
  return {
    rebuilt: open.size,
    ended: stopped.filter(isPresent).filter((id) => known.has(id)),
    unknown: stopped.filter(isPresent).filter((id) => !known.has(id)),
  };
}

const isPresent = <T>(value: T | null): value is T => value !== null;

async function inWindows<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += WINDOW)
    done.push(...(await Promise.all(all.slice(at, at + WINDOW).map(work))));
  return done;
}

async function runningCases(temporal: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of temporal.workflow.list({ query: RUNNING_CASES }))
    ids.push(workflowId);
  return ids;
}

interface Member {
  number: string;
  depth: number;
  ended: boolean;
}

const FAMILIES = `
  WITH RECURSIVE chosen AS (
    SELECT number, parent_number FROM cases c
     WHERE ($1::text[] IS NULL OR number = ANY($1))
       AND ($2::timestamptz IS NULL OR EXISTS (
             SELECT 1 FROM case_step s WHERE s.case_number = c.number AND s.recorded_at >= $2)
            OR c.submitted_at >= $2)
       AND ($1 IS NOT NULL OR $2 IS NOT NULL OR NOT ended)
  ), above AS (
    SELECT number, parent_number FROM chosen
    UNION SELECT p.number, p.parent_number FROM cases p JOIN above a ON p.number = a.parent_number
  ), family AS (
    SELECT number, 0 AS depth FROM above WHERE parent_number IS NULL
    UNION ALL SELECT k.number, f.depth + 1 FROM cases k JOIN family f ON k.parent_number = f.number
  )
  SELECT f.number, f.depth, c.ended FROM family f JOIN cases c ON c.number = f.number
   ORDER BY depth, number`;

function familiesOf(manager: EntityManager, which: Rebuilt): Promise<Member[]> {
  const since = typeof which === 'object' && 'steppedSince' in which ? which.steppedSince : null;
  return manager.query<Member[]>(FAMILIES, [numbersOf(which), since]);
}

async function begin({ dataSource, temporal, settings }: Stores, number: string): Promise<void> {
  const { manager } = dataSource;
  const carried = await runFromTables(manager, number);
  const input = await (carried ? caseInputOf : firstInputOf)(manager, number, settings);
  // What it was opened under stays: its behaviour must not change under its feet.
  if (carried) input.engine = carried.engine.engine;
  await temporal.workflow.start(CASE_WORKFLOW, {
    workflowId: number,
    taskQueue: CASE_QUEUE,
    args: carried ? [input, carried] : [input],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    typedSearchAttributes: searchAttributesOf(input, carried?.state ?? 'submitted'),
  });
}

/** @returns its id when it ran */
async function stop(temporal: Client, workflowId: string): Promise<string | null> {
  try {
    await temporal.workflow.getHandle(workflowId).terminate(REASON);
    return workflowId;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

interface EndedChild extends ChildEnded {
  parent: string;
}

/** How children ended whose parents may not have heard of it. */
async function endedChildren(manager: EntityManager, open: string[]): Promise<EndedChild[]> {
  const rows = await manager.query<
    {
      number: string;
      parent_number: string;
      parent_occurrence: string;
      state: CaseState;
      outcome: CaseState | null;
    }[]
  >(
    `SELECT number, parent_number, parent_occurrence, state, outcome FROM cases
      WHERE ended AND parent_number = ANY($1) AND parent_occurrence IS NOT NULL`,
    [open],
  );
  return rows.map(({ number: caseNumber, parent_number: parent, state, outcome, ...child }) => ({
    parent,
    occurrence: child.parent_occurrence,
    result: { caseNumber, state, outcome: outcome ?? state },
  }));
}

/** A parent that knows it already takes no notice. */
async function tell(temporal: Client, { parent, ...ended }: EndedChild): Promise<void> {
  await temporal.workflow.getHandle(parent).signal<[ChildEnded]>(CHILD_ENDED_SIGNAL, ended);
}

async function knownOf(manager: EntityManager, numbers: string[]): Promise<string[]> {
  const rows = await manager.query<{ number: string }[]>(
    `SELECT number FROM cases WHERE number = ANY($1)`,
    [numbers],
  );
  return rows.map(({ number }) => number);
}
