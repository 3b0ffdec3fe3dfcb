/** What only the city's own data can say of a diagram: who there is, and what the items allow. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import { evaluate } from '../../../bpmn/feel/index.js';
import type { ProcessModel, Scope, UserTask } from '../../../bpmn/model/process.js';
import { parseLimit, type Limit } from '../../../workflows/clock/index.js';

/** The process's own tasks and those of its sub-processes. */
function* tasksOf({ elements }: Scope): Generator<UserTask> {
  for (const element of Object.values(elements)) {
    if (element.type === 'userTask') yield element;
    if ('body' in element) yield* tasksOf(element.body);
  }
}

const nameOf = ({ id, name }: UserTask): string => name ?? id;

export async function cityFindings(
  manager: EntityManager,
  models: readonly ProcessModel[],
): Promise<Finding[]> {
  const found = await Promise.all(
    models.map(async (model) => [
      ...(await tasksWithoutDepartment(manager, model)),
      ...(await limitsTooLong(manager, model)),
    ]),
  );
  return found.flat();
}

/**
 * What an expression always yields, whatever the case: text without any variable. What depends on the
 * case is known when the task opens; until then its level and the rest are looked at.
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

/** A line and level that no department of the city has, or a role that nobody there holds. */
async function tasksWithoutDepartment(
  manager: EntityManager,
  { body }: ProcessModel,
): Promise<Finding[]> {
  const wanted = [...tasksOf(body)]
    .map((task) => ({ task, ...task.assignment, ...alwaysAssigned(task) }))
    .filter(({ line, level, role }) => role !== 'applicant' && (line || level || role));
  if (wanted.length === 0) return [];
  const missing = await manager.query<{ id: string }[]>(
    `SELECT w.id FROM jsonb_to_recordset($1::jsonb) AS w(id text, line text, level text, role text)
      WHERE NOT EXISTS (
        SELECT FROM organisation o
         WHERE (w.line IS NULL OR o.line = w.line OR w.line = ANY (o.also_lines))
           AND (w.level IS NULL OR o.level = w.level)
           AND (o.valid_to IS NULL OR o.valid_to > current_date)
           AND (w.role IS NULL OR EXISTS (
             SELECT FROM post p WHERE p.organisation_id = o.id AND p.role = w.role
              AND (p.valid_to IS NULL OR p.valid_to > current_date))))`,
    [
      JSON.stringify(
        wanted.map(({ task, line, level, role }) => ({ id: task.id, line, level, role })),
      ),
    ],
  );
  const ids = new Set(missing.map(({ id }) => id));
  return wanted
    .filter(({ task }) => ids.has(task.id))
    .map(({ task, ...known }) => {
      const { assignedBy = {} } = task;
      const line = known.line ?? (assignedBy.line ? '由办件确定' : '牵头部门');
      const role = known.role ?? (assignedBy.role ? '由办件确定' : '—');
      const { level = '—' } = known;
      return {
        severity: 'warning' as const,
        rule: 'task-without-department',
        element: task.id,
        message: `“${nameOf(task)}”没有部门可办（条：${line}，层级：${level}，岗位：${role}）；请改正分派，或先建立这样的机构和岗位。`,
      };
    });
}

/** In days of its own unit; hours and minutes count as none. */
const daysOf = (limit: Limit): number => limit.days;

/** A step that may take longer than the whole item by law. */
async function limitsTooLong(manager: EntityManager, model: ProcessModel): Promise<Finding[]> {
  const items = await manager.query<{ name: string; days: number; unit: string }[]>(
    `SELECT i.name, i.days, i.unit
       FROM (SELECT name, (data #>> '{limits,statutory,days}')::int AS days,
                    data #>> '{limits,statutory,unit}' AS unit
               FROM item WHERE data ->> 'processId' = $1 AND state = 'published') i
      WHERE i.days IS NOT NULL AND i.unit IS NOT NULL`,
    [model.id],
  );
  return [...tasksOf(model.body)].flatMap((task) => {
    if (task.limit === undefined) return [];
    const limit = parseLimit(task.limit);
    const item = items.find(
      ({ days, unit }) =>
        daysOf(limit) > days && (limit.unit === unit || (limit.unit === 'wd' && unit === 'd')),
    );
    if (!item) return [];
    const whole = `${item.days} ${item.unit === 'wd' ? '个工作日' : '天'}`;
    return [
      {
        severity: 'warning' as const,
        rule: 'limit-longer-than-item',
        element: task.id,
        message: `“${nameOf(task)}”的时限 ${task.limit} 比事项“${item.name}”的法定时限（${whole}）还长；请缩短这个环节的时限。`,
      },
    ];
  });
}
