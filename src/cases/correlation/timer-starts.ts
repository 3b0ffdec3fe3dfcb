/**
 * Cases that a timer opens: its time is worked out once, kept as a row, and taken by one relay when it
 * has come. For whom and where such a case is opened, an administrator has set.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  StartTimerUnreadable,
  dueAfter,
  firstDue,
  type Clock,
  type StartTimer,
} from '../../../bpmn/engine/index.js';
import type { TimerDefinition } from '../../../bpmn/model/process.js';
import { caseClock } from '../../../workflows/clock/index.js';
import { frozenCalendar } from '../../calendar/index.js';
import { itemsOf, openStarted, problemOf } from './starts.js';

interface TimerRow {
  process_id: string;
  element: string;
  place: number;
  entry: string;
  timer: TimerDefinition;
  since: Date;
  next_at: Date | null;
  cycle: StartTimer['cycle'] | null;
  region: string | null;
  applicant_id: string | null;
}

const COLUMNS = `process_id, element, place, entry, timer, since, next_at, cycle, region, applicant_id`;
/** Looked at in one round. */
const BATCH = 20;

/** What is to be done with a timer: its first time worked out, or a case opened. */
export type TimerWork = 'plan' | 'open';

const WAITING: Record<TimerWork, string> = {
  plan: `kind = 'timer' AND NOT planned`,
  open: `next_at <= now()`,
};

/** Which timer; it is taken by one relay. */
export type TimerKey = Pick<TimerRow, 'process_id' | 'element' | 'place'>;

/** Those that wait for it, the ones that failed before behind the others. */
export const waitingTimers = (manager: EntityManager, work: TimerWork): Promise<TimerKey[]> =>
  manager.query<TimerKey[]>(
    `SELECT process_id, element, place FROM process_start
      WHERE ${WAITING[work]} AND timer IS NOT NULL
      ORDER BY problem IS NOT NULL, next_at LIMIT ${BATCH}`,
  );

/**
 * Plans a timer that was published lately, or opens a case for each item of one that is due and works
 * out its next time. Rounds that were missed are made up for as one. In a transaction of its own.
 * @returns the commands to send; undefined when another relay has it
 */
export async function takeTimer(
  manager: EntityManager,
  work: TimerWork,
  key: TimerKey,
  dayLength: number,
): Promise<string[] | undefined> {
  const [row] = await manager.query<TimerRow[]>(
    `SELECT ${COLUMNS} FROM process_start
      WHERE process_id = $1 AND element = $2 AND place = $3 AND ${WAITING[work]}
        AND timer IS NOT NULL
        FOR UPDATE SKIP LOCKED`,
    [key.process_id, key.element, key.place],
  );
  if (!row) return undefined;
  if (work === 'open') return openDue(manager, row, dayLength);
  const clock = await clockFrom(manager, row.since, dayLength);
  await plan(manager, row, () => firstDue(row.timer, row.since.getTime(), clock));
  return [];
}

/** What kept a timer from being taken, for whoever looks at it; it waits behind the others then. */
export const noteFailure = (manager: EntityManager, key: TimerKey, error: unknown): Promise<void> =>
  note(manager, key, { problem: error instanceof Error ? error.message : String(error) });

async function openDue(
  manager: EntityManager,
  row: TimerRow,
  dayLength: number,
): Promise<string[]> {
  const commands: string[] = [];
  const due = row.next_at!;
  const clock = await clockFrom(manager, due, dayLength);
  const timer = { due: due.getTime(), ...(row.cycle && { cycle: row.cycle }) };
  await plan(manager, row, () => dueAfter(timer, Date.now(), clock));
  for (const item of await itemsOf(manager, row.process_id)) {
    const id = randomUUID();
    const problem = await problemOf(manager, async (part) => {
      await note(part, row, { last_case: await open(part, row, id, item), problem: null });
    });
    if (problem === null) commands.push(id);
    else await note(manager, row, { problem: `${item}：${problem}` });
  }
  return commands;
}

function open(manager: EntityManager, row: TimerRow, id: string, item: string): Promise<string> {
  const { region, applicant_id: applicant, entry } = row;
  return openStarted(manager, {
    id,
    item,
    name: entry,
    startedBy: { startEvent: entry },
    variables: { region, applicant },
    from: null,
  });
}

async function clockFrom(manager: EntityManager, at: Date, dayLength: number): Promise<Clock> {
  return caseClock(await frozenCalendar(manager, at), dayLength);
}

/** A timer that cannot be read never comes, and says so. */
async function plan(
  manager: EntityManager,
  row: TimerRow,
  next: () => StartTimer | null,
): Promise<void> {
  let timer: StartTimer | null = null;
  let problem: string | null = null;
  try {
    timer = next();
  } catch (error) {
    if (!(error instanceof StartTimerUnreadable)) throw error;
    problem = error.message;
  }
  await manager.query(
    `UPDATE process_start SET planned = true, next_at = $4, cycle = $5, problem = coalesce($6, problem)
      WHERE process_id = $1 AND element = $2 AND place = $3`,
    [
      row.process_id,
      row.element,
      row.place,
      timer && new Date(timer.due),
      timer?.cycle ? JSON.stringify(timer.cycle) : null,
      problem,
    ],
  );
}

async function note(
  manager: EntityManager,
  { process_id: process, element, place }: TimerKey,
  { last_case: lastCase = null, problem }: { last_case?: string | null; problem: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE process_start SET problem = $4, last_case = coalesce($5, last_case)
      WHERE process_id = $1 AND element = $2 AND place = $3`,
    [process, element, place, problem, lastCase],
  );
}
