/** The set of tasks as `record` writes it: what is new opens, what is gone closes. */
import type { EntityManager } from 'typeorm';
import type { RecordInput, RecordedTask } from '../../../workflows/contracts/case.js';
import { versionForTask } from '../side-tasks/index.js';
import type { TaskDepartments } from './task-departments.js';

/** Ids in URLs and tables: unique over all cases. */
export const taskId = (caseNumber: string, key: string): string => `${caseNumber}.${key}`;

/**
 * Opens what is new, closes what is gone. A superseded task that opens again keeps its claim; and its
 * completion, when that waits to be sent again: whoever pressed is not asked a second time.
 */
export async function writeTasks(
  manager: EntityManager,
  input: RecordInput,
  departments: TaskDepartments,
  applicant: string,
): Promise<void> {
  await Promise.all([
    closeTasks(manager, input),
    input.ended && closeSideTasks(manager, input),
    input.tasks.length > 0 && openTasks(manager, input, departments, applicant),
  ]);
}

async function openTasks(
  manager: EntityManager,
  input: RecordInput,
  departments: TaskDepartments,
  applicant: string,
): Promise<void> {
  const rows = input.tasks.map((task) => ({
    ...taskRow(input, task, departments),
    // What the applicant has to do needs no claim.
    ...(task.assignment.role === 'applicant' && { assignee_person: applicant }),
  }));
  const opened = manager.query<unknown>(
    `INSERT INTO task (id, case_number, key, element, name, line, level, role, department_id, form, form_version,
                       outcomes, inputs, act, state, opened_step, opened_at, due_at, time_limit,
                       assignee_person)
     SELECT id, case_number, key, element, name, line, level, role, department_id, form,
            ${versionForTask('t.form', 't.case_number')}, outcomes, inputs, act, 'open', opened_step, to_timestamp(opened_at / 1000),
            to_timestamp(due_at / 1000), time_limit, assignee_person
       FROM jsonb_to_recordset($1::jsonb) AS t(
            id text, case_number text, key text, element text, name text, line text, level text,
            role text, department_id text, form text, outcomes jsonb, inputs jsonb, act text,
            opened_step int, opened_at float8, due_at float8, time_limit text,
            assignee_person text)
     ON CONFLICT (id) DO UPDATE SET
       state = CASE WHEN task.state = 'completing' OR EXISTS (
                      SELECT FROM command WHERE task_id = task.id AND status = 'pending')
                    THEN 'completing' ELSE 'open' END,
       department_id = coalesce(task.department_id, EXCLUDED.department_id),
       opened_step = CASE WHEN task.state IN ('open','completing') THEN task.opened_step
                          ELSE EXCLUDED.opened_step END,
       completed_at = NULL, outcome = NULL, opinion = NULL, answer = NULL
     WHERE task.state NOT IN ('open','completing') OR task.department_id IS NULL`,
    [JSON.stringify(rows)],
  );
  await Promise.all([
    opened,
    input.movedTo !== undefined && redraw(manager, rows),
    input.backTo !== undefined && giveToWhoDidIt(manager, input),
  ]);
}

/**
 * What was sent or taken back is in the hands of who did it last, while they still sit there; of several
 * asked in a round, who was asked the same.
 */
async function giveToWhoDidIt(manager: EntityManager, input: RecordInput): Promise<void> {
  await manager.query(
    `UPDATE task SET assignee_person = last.assignee_person, assignee_post = last.assignee_post,
            claimed_at = now()
       FROM task again, LATERAL (
              SELECT assignee_person, assignee_post FROM task done
               WHERE done.case_number = $1 AND done.element = $2 AND done.state = 'completed'
                 AND ($4::text IS NULL OR done.key = $4)
               ORDER BY done.inputs = again.inputs DESC, done.completed_at DESC LIMIT 1) last
      WHERE again.case_number = $1 AND again.element = $2 AND again.opened_step = $3
        AND task.id = again.id AND task.state = 'open' AND task.assignee_person IS NULL AND task.role IS DISTINCT FROM 'applicant'
        AND EXISTS (SELECT 1 FROM post p WHERE p.id = last.assignee_post
          AND p.person_id = last.assignee_person AND p.organisation_id = task.department_id
          AND p.valid_from <= current_date AND (p.valid_to IS NULL OR p.valid_to > current_date))`,
    [input.caseNumber, input.backTo, input.step, input.backToTask ?? null],
  );
}

/**
 * Another version may name, assign and ask otherwise. Who had claimed keeps it, unless another
 * department or role handles the task now.
 */
async function redraw(manager: EntityManager, rows: ReturnType<typeof taskRow>[]): Promise<void> {
  await manager.query(
    `UPDATE task SET
       name = t.name, line = t.line, level = t.level, form = t.form,
       form_version = ${versionForTask('t.form', 'task.case_number')}, outcomes = t.outcomes,
       inputs = t.inputs, act = t.act, due_at = to_timestamp(t.due_at / 1000),
       time_limit = t.time_limit,
       assignee_person = CASE WHEN task.department_id IS NOT DISTINCT FROM t.department_id
                               AND task.role IS NOT DISTINCT FROM t.role
                              THEN task.assignee_person END,
       role = t.role, department_id = t.department_id
       FROM jsonb_to_recordset($1::jsonb) AS t(
            id text, name text, line text, level text, role text, department_id text, form text,
            outcomes jsonb, inputs jsonb, act text, due_at float8, time_limit text)
      WHERE task.id = t.id AND task.state IN ('open', 'completing')`,
    [JSON.stringify(rows)],
  );
}

/** A waiting task that is not in the full set is done with: how, the timeline or the step tells. */
async function closeTasks(manager: EntityManager, input: RecordInput): Promise<void> {
  const completed = input.timeline.filter(({ kind }) => kind === 'task-completed');
  const [done] = completed;
  await manager.query(
    `WITH closed AS (UPDATE task SET
       state = CASE WHEN key = $3 THEN 'completed'
                    WHEN opened_step >= $4 THEN 'superseded'
                    ELSE 'cancelled' END,
       completed_at = CASE WHEN key = $3 THEN to_timestamp($5::float8 / 1000) END,
       outcome = CASE WHEN key = $3 THEN $6 END,
       opinion = CASE WHEN key = $3 THEN $7 END,
       answer = CASE WHEN key = $3
                     THEN (SELECT payload FROM command
                            WHERE command.task_id = task.id AND kind = 'complete' AND status <> 'refused'
                            ORDER BY created_at DESC LIMIT 1) END
     WHERE case_number = $1 AND state IN ('open','completing') AND NOT key = ANY($2)
       AND origin = 'diagram'
     RETURNING id, state)
     UPDATE task SET state = 'cancelled', closed_step = $4 FROM closed
      WHERE task.parent_task = closed.id AND closed.state <> 'completed'
        AND task.with_parent AND task.state = 'open'`,
    [
      input.caseNumber,
      input.tasks.map(({ key }) => key),
      done?.taskKey ?? null,
      input.step,
      input.at,
      done?.outcome ?? null,
      done?.opinion ?? null,
    ],
  );
}

/** A case that ends takes its side tasks along, but for those that are there for what comes after it. */
async function closeSideTasks(manager: EntityManager, input: RecordInput): Promise<void> {
  await manager.query(
    `UPDATE task SET state = 'cancelled', closed_step = $2
      WHERE case_number = $1 AND origin = 'side' AND state = 'open' AND NOT survives_end`,
    [input.caseNumber, input.step],
  );
}

function taskRow(input: RecordInput, task: RecordedTask, departments: TaskDepartments) {
  const { assignment } = task;
  return {
    id: taskId(input.caseNumber, task.key),
    case_number: input.caseNumber,
    key: task.key,
    element: task.element,
    name: task.name,
    line: assignment.line,
    level: assignment.level,
    role: assignment.role,
    department_id: departments.get(task.key) ?? null,
    form: task.form,
    outcomes: task.outcomes,
    inputs: task.inputs,
    act: task.act,
    opened_step: input.step,
    opened_at: task.openedAt,
    due_at: task.dueAt,
    time_limit: task.limit ?? null,
  };
}
