/**
 * `record` writes each step's consequences in one transaction, before the step's Update returns.
 *
 * When worker and server die after it commits and before the workflow task completes, the step never
 * happened in history, and another event becomes the step of that number. Therefore every step carries
 * its cause: the same step and cause again is nothing to do; the same step by another cause supersedes
 * what was stored from that step on, and the full set of tasks and subscriptions puts the tables right.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { FrozenCalendar, RecordInput } from '../../../workflows/contracts/case.js';
import { calendarOfVersion } from '../../calendar/index.js';
import { announce } from '../announcing/index.js';
import {
  addSubscriptions,
  forgetThrown,
  offerSignalsAgain,
  writeThrown,
} from '../subscriptions/index.js';
import type { StepWriter } from './step-writer.js';
import { counter } from '../../platform/observability/meter.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import { findDepartments, knownDepartments, type TaskDepartments } from './task-departments.js';
import {
  instant,
  LEGAL_COLUMNS,
  legalValues,
  writeTransitions,
  writePauses,
} from './record-legal.js';
import { writeTasks } from './record-tasks.js';
import { writeTimeline } from './record-timeline.js';
import { writeWaiting } from './record-waiting.js';

const steps = counter('onestop_steps_recorded', 'Steps of cases written with their consequences');

/**
 * @param writers what other wings write with each step, after the case's own tables
 * @returns the calendar the case is counted by now, if the step was counted by another one: published
 *   meanwhile, it moved the due dates of open cases, and the case has yet to hear of it
 * @throws the database's error; the caller retries without end
 */
export async function record(
  dataSource: DataSource,
  input: RecordInput,
  writers: readonly StepWriter[],
): Promise<FrozenCalendar | null> {
  const present = await dataSource.transaction(async (manager) => {
    const [stored, known] = await Promise.all([
      lockCase(manager, input.caseNumber),
      knownDepartments(manager, input),
    ]);
    // A later step than any stored: neither recorded before nor in place of another.
    if (input.step <= stored.step) {
      await offerSignalsAgain(manager, input);
      if (await isRecorded(manager, input)) return null;
      await supersede(manager, input, writers);
    }
    const departments: TaskDepartments = await findDepartments(manager, input, stored, known);
    // Together, for every statement that waits for the one before is a way to the server.
    const first = Promise.all([
      writeStep(manager, input),
      writeTasks(manager, input, departments, stored.applicant_id),
      writeThrown(manager, input),
    ]);
    // New subscriptions come before the old ones go: who publishes takes the locks in this order too.
    if (input.subscriptions.length > 0) await first.then(() => addSubscriptions(manager, input));
    await Promise.all([
      first,
      writeWaiting(manager, input, departments),
      writeTimeline(manager, input),
      writeTransitions(manager, { ...input, moves: input.moves ?? [] }),
      (input.pauses?.length || input.step <= stored.step) && writePauses(manager, input),
    ]);
    for (const writer of writers) {
      await writer.acts?.(manager, input);
      await writer.step?.(manager, input);
    }
    return presentCalendar(manager, input, stored);
  });
  announce(dataSource, { caseNumber: input.caseNumber });
  steps.add(1);
  reachFaultPoint('after-record');
  return present;
}

/** The case's row as `record` needs it. */
export interface StoredCase {
  step: number;
  region: string;
  item_code: string;
  lead_department: string;
  applicant_id: string;
  calendar_version: string;
}

/**
 * One step of a case at a time. Not `FOR UPDATE`: who completes a task holds that task and then refers
 * to the case from a new command, which would wait for this lock while `record` waits for the task.
 */
async function lockCase(manager: EntityManager, caseNumber: string): Promise<StoredCase> {
  const [row] = await manager.query<StoredCase[]>(
    `SELECT step, region, item_code, lead_department, applicant_id, calendar_version
       FROM cases WHERE number = $1 FOR NO KEY UPDATE`,
    [caseNumber],
  );
  if (!row) throw new Error(`case ${caseNumber} has no row yet`);
  return row;
}

/** A step that adopted a calendar says so; any other one learns of it. */
async function presentCalendar(
  manager: EntityManager,
  { caseNumber, calendar, cause }: RecordInput,
  { calendar_version: stored }: StoredCase,
): Promise<FrozenCalendar | null> {
  if (calendar === undefined || calendar === stored) return null;
  if (!cause.startsWith('calendar:')) return calendarOfVersion(manager, stored);
  await manager.query(`UPDATE cases SET calendar_version = $2 WHERE number = $1`, [
    caseNumber,
    calendar,
  ]);
  return null;
}

async function isRecorded(manager: EntityManager, input: RecordInput): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM case_step WHERE case_number = $1 AND step = $2 AND cause = $3 AND NOT superseded`,
    [input.caseNumber, input.step, input.cause],
  );
  return rows.length > 0;
}

/** What was stored from this step on did not happen in history: kept for audit, marked. */
async function supersede(
  manager: EntityManager,
  input: RecordInput,
  writers: readonly StepWriter[],
): Promise<void> {
  const { caseNumber, step } = input;
  await forgetThrown(manager, input);
  for (const writer of writers) await writer.takeBack?.(manager, input);
  for (const table of ['case_step', 'timeline', 'legal_move']) {
    await manager.query(
      `UPDATE ${table} SET superseded = true
        WHERE case_number = $1 AND step >= $2 AND NOT superseded`,
      [caseNumber, step],
    );
  }
  await manager.query(
    `UPDATE task SET state = 'open', closed_step = NULL
      WHERE case_number = $1 AND origin = 'side' AND state = 'cancelled' AND closed_step >= $2`,
    [caseNumber, step],
  );
}

const LEGAL = LEGAL_COLUMNS.map((column, index) => `${column} = $${17 + index}`).join(', ');

/** The step itself and the case as it now is. */
async function writeStep(manager: EntityManager, input: RecordInput): Promise<void> {
  // A cause superseded earlier may come back at the same step: then it is the truth again.
  await manager.query(
    `WITH step AS (
       INSERT INTO case_step (case_number, step, cause, previous_cause, completed)
       VALUES ($1, $2, $3, $14, $15)
       ON CONFLICT (case_number, step, cause)
       DO UPDATE SET superseded = false, previous_cause = EXCLUDED.previous_cause,
                     completed = EXCLUDED.completed, recorded_at = now())
     UPDATE cases SET
       step = $2, cause = $3, state = $4, ended = $5, engine_state = $6, variables = $7,
       due_at = $8, promised_due_at = $9, collected_at = $10, accepted_at = $11, decided_at = $12,
       finished_at = CASE WHEN $5 THEN $13::timestamptz END,
       model_hash = coalesce($16, model_hash), ${LEGAL},
       working_day_timers = $${17 + LEGAL_COLUMNS.length},
       workflow_memory = $${18 + LEGAL_COLUMNS.length}
     WHERE number = $1`,
    [
      input.caseNumber,
      input.step,
      input.cause,
      input.state,
      input.ended,
      JSON.stringify(input.engineState),
      JSON.stringify(input.variables),
      instant(input.dueAt),
      instant(input.promisedDueAt),
      instant(input.dates.collected),
      instant(input.dates.accepted),
      instant(input.dates.decided),
      instant(input.at),
      input.previousCause,
      JSON.stringify(input.completed),
      input.movedTo ?? null,
      ...legalValues(input.legal),
      input.workingDayTimers ? JSON.stringify(input.workingDayTimers) : null,
      input.memory ? JSON.stringify(input.memory) : null,
    ],
  );
}
