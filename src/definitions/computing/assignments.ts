/** Who a task goes to whatever the case: of an expression, what it always yields. */
import { evaluate } from '../../../bpmn/feel/index.js';
import type { Assignment, ProcessModel, Scope, UserTask } from '../../../bpmn/model/process.js';

export interface Assigned {
  /** Id of the process. */
  process: string;
  task: Pick<UserTask, 'id' | 'name' | 'limit' | 'form' | 'assignedBy'>;
  /** As the diagram says, and as its expressions always say. */
  to: Assignment;
}

/** Of the processes' own user tasks and those of their sub-processes. */
export const assignmentsOf = (models: readonly ProcessModel[]): Assigned[] =>
  models.flatMap(({ id: process, body }) =>
    [...tasksOf(body)].map((task) => {
      const { id, name, limit, form, assignedBy, assignment } = task;
      return {
        process,
        task: { id, name, limit, form, assignedBy },
        to: { ...assignment, ...alwaysAssigned(task) },
      };
    }),
  );

function* tasksOf({ elements }: Scope): Generator<UserTask> {
  for (const element of Object.values(elements)) {
    if (element.type === 'userTask') yield element;
    if ('body' in element) yield* tasksOf(element.body);
  }
}

/**
 * What an expression always yields: text without any variable. What depends on the case is known
 * when the task opens; until then its level and the rest are looked at.
 */
function alwaysAssigned({ assignedBy = {} }: UserTask): { line?: string; role?: string } {
  const known: { line?: string; role?: string } = {};
  for (const part of ['line', 'role'] as const) {
    const expression = assignedBy[part];
    const result = expression && evaluate(expression.feel, {}, 0);
    if (result?.ok && result.warnings.length === 0 && typeof result.value === 'string')
      known[part] = result.value;
  }
  return known;
}
