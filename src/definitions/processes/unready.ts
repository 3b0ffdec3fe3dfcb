/**
 * What the city must have before a diagram can be used: told of a draft, refused at publication. A task
 * whose form is missing could be opened by nobody, a timer without an item opens no case.
 */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { startsOf } from '../../../bpmn/model/starts.js';
import { currentVersions } from '../../catalogue/index.js';
import type { Assigned } from '../computing/index.js';

export async function unreadyFindings(
  manager: EntityManager,
  models: readonly ProcessModel[],
  assigned: readonly Assigned[],
): Promise<Finding[]> {
  return [
    ...(await formsMissing(manager, assigned)),
    ...(await Promise.all(models.map((model) => timersWithoutItem(manager, model)))).flat(),
  ];
}

async function formsMissing(
  manager: EntityManager,
  assigned: readonly Assigned[],
): Promise<Finding[]> {
  const named = assigned.flatMap(({ task }) => task.form ?? []);
  const published = await currentVersions(manager, named);
  return assigned.flatMap(({ task: { id, name = id, form } }): Finding[] => {
    if (form === undefined || published.has(form)) return [];
    const message = `“${name}”的表单 ${form} 还没有发布；请改正表单编号，或先发布这个表单。`;
    return [{ severity: 'warning', rule: 'form-not-found', element: id, message }];
  });
}

async function timersWithoutItem(manager: EntityManager, model: ProcessModel): Promise<Finding[]> {
  const timers = startsOf(model).filter(({ definition: { type } }) => type === 'timer');
  if (timers.length === 0) return [];
  const items = await manager.query<unknown[]>(
    `SELECT 1 FROM item_in_force WHERE data ->> 'processId' = $1 LIMIT 1`,
    [model.id],
  );
  if (items.length > 0) return [];
  return timers.map(({ element }) => ({
    severity: 'warning',
    rule: 'timer-start-without-item',
    element,
    message: `“${element}”到时间要启动办件，但没有事项使用流程 ${model.id}；请先让一个事项使用它。`,
  }));
}
