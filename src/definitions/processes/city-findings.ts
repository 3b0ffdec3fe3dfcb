/** What only the city's own data can say of a diagram: who there is, and what the items allow. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import { parseLimit, type Limit } from '../../../workflows/clock/index.js';
import type { Assigned } from '../computing/index.js';

const nameOf = ({ task: { id, name } }: Assigned): string => name ?? id;

export const cityFindings = async (
  manager: EntityManager,
  assigned: readonly Assigned[],
): Promise<Finding[]> => [
  ...(await tasksWithoutDepartment(manager, assigned)),
  ...(await limitsTooLong(manager, assigned)),
];

/** A line and level that no department of the city has, or a role that nobody there holds. */
async function tasksWithoutDepartment(
  manager: EntityManager,
  assigned: readonly Assigned[],
): Promise<Finding[]> {
  const wanted = assigned.filter(
    ({ to: { line, level, role } }) => role !== 'applicant' && (line || level || role),
  );
  if (wanted.length === 0) return [];
  const missing = await manager.query<{ id: number }[]>(
    `SELECT w.id
       FROM jsonb_to_recordset($1::jsonb) AS w(id int, line text, level text, role text)
      WHERE NOT EXISTS (
        SELECT FROM organisation o
         WHERE (w.line IS NULL OR o.line = w.line OR w.line = ANY (o.also_lines))
           AND (w.level IS NULL OR o.level = w.level)
           AND (o.valid_to IS NULL OR o.valid_to > current_date)
           AND (w.role IS NULL OR EXISTS (
             SELECT FROM post p WHERE p.organisation_id = o.id AND p.role = w.role
              AND (p.valid_to IS NULL OR p.valid_to > current_date))))`,
    [JSON.stringify(wanted.map(({ to }, id) => ({ id, ...to })))],
  );
  return missing.map(({ id }) => {
    const one = wanted[id]!;
    const { assignedBy = {} } = one.task;
    const line = one.to.line ?? (assignedBy.line ? '由办件确定' : '牵头部门');
    const role = one.to.role ?? (assignedBy.role ? '由办件确定' : '—');
    const { level = '—' } = one.to;
    return {
      severity: 'warning' as const,
      rule: 'task-without-department',
      element: one.task.id,
      message: `“${nameOf(one)}”没有部门可办（条：${line}，层级：${level}，岗位：${role}）；请改正分派，或先建立这样的机构和岗位。`,
    };
  });
}

/** In days of its own unit; hours and minutes count as none. */
const daysOf = (limit: Limit): number => limit.days;

/** A step that may take longer than the whole item by law. */
async function limitsTooLong(
  manager: EntityManager,
  assigned: readonly Assigned[],
): Promise<Finding[]> {
  const items = await manager.query<
    { process: string; name: string; days: number; unit: string }[]
  >(
    `SELECT i.process, i.name, i.days, i.unit
       FROM (SELECT data ->> 'processId' AS process, name, (data #>> '{limits,statutory,days}')::int AS days,
                    data #>> '{limits,statutory,unit}' AS unit
               FROM item WHERE data ->> 'processId' = ANY ($1) AND state = 'published') i
      WHERE i.days IS NOT NULL AND i.unit IS NOT NULL`,
    [[...new Set(assigned.map(({ process }) => process))]],
  );
  return assigned.flatMap((one) => {
    const { process, task } = one;
    if (task.limit === undefined) return [];
    const limit = parseLimit(task.limit);
    const item = items.find(
      ({ process: used, days, unit }) =>
        used === process &&
        daysOf(limit) > days &&
        (limit.unit === unit || (limit.unit === 'wd' && unit === 'd')),
    );
    if (!item) return [];
    const whole = `${item.days} ${item.unit === 'wd' ? '个工作日' : '天'}`;
    return [
      {
        severity: 'warning' as const,
        rule: 'limit-longer-than-item',
        element: task.id,
        message: `“${nameOf(one)}”的时限 ${task.limit} 比事项“${item.name}”的法定时限（${whole}）还长；请缩短这个环节的时限。`,
      },
    ];
  });
}
