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
/** Looked at in one transaction. */
const BATCH = 20;

/** Works out the first time of timers that were published lately. @returns how many */
export async function planTimers(manager: EntityManager, dayLength: number): Promise<number> {
  const rows = await take(manager, `kind = 'timer' AND NOT planned`);
  for (const row of rows) {
    const clock = await clockFrom(manager, row.since, dayLength);
    await plan(manager, row, () => firstDue(row.timer, row.since.getTime(), clock));
  }
  return rows.length;
}

/**
 * Opens a case for each item of each timer that is due, and works out the timer's next time. Rounds
 * that were missed are made up for as one.
 * @returns the commands to send
 */
export async function openDue(manager: EntityManager, dayLength: number): Promise<string[]> {
  const commands: string[] = [];
  const now = Date.now();
  for (const row of await take(manager, `next_at <= now()`)) {
    const due = row.next_at!;
    const clock = await clockFrom(manager, due, dayLength);
    const timer = { due: due.getTime(), ...(row.cycle && { cycle: row.cycle }) };
    await plan(manager, row, () => dueAfter(timer, now, clock));
    for (const item of await itemsOf(manager, row.process_id)) {
      const id = randomUUID();
      const problem = await problemOf(manager, async (part) => {
        await note(part, row, { last_case: await open(part, row, id, item), problem: null });
      });
      if (problem === null) commands.push(id);
      else await note(manager, row, { problem: `${item}：${problem}` });
    }
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

async function take(manager: EntityManager, which: string): Promise<TimerRow[]> {
  return manager.query<TimerRow[]>(
    `SELECT ${COLUMNS} FROM process_start WHERE ${which} AND timer IS NOT NULL
      ORDER BY next_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
  );
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
  { process_id: process, element, place }: TimerRow,
  { last_case: lastCase = null, problem }: { last_case?: string | null; problem: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE process_start SET problem = $4, last_case = coalesce($5, last_case)
      WHERE process_id = $1 AND element = $2 AND place = $3`,
    [process, element, place, problem, lastCase],
  );
}
