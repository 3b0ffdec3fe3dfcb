/** Gives the work that files leave to other engines to our adapters, by the admin's table. */
import type { Element, ProcessModel, Scope, ServiceTask } from '../model/process.js';
import type { Finding } from './findings.js';
import { foreignWork, type ForeignWork } from './foreign-work.js';

/** Which adapter does a piece of foreign work; undefined = the table does not say. */
export type Bindings = (work: ForeignWork) => string | undefined;

/** Rule of findings about work that no adapter does yet. */
export const WORK_UNBOUND = 'work-unbound';

export interface Bound {
  model: ProcessModel;
  /** One error for each task whose work no adapter does. */
  unbound: Finding[];
}

/** The model with our adapters. What the table does not name stays as it is, and is reported. */
export function bind(model: ProcessModel, bindings: Bindings): Bound {
  const unbound: Finding[] = [];
  const bindTask = (task: ServiceTask): ServiceTask => {
    const work = foreignWork(task.adapter);
    if (!work) return task;
    const adapter = bindings(work);
    if (adapter !== undefined) return { ...task, adapter };
    unbound.push(unboundFinding(task, work));
    return task;
  };
  return { model: { ...model, body: bindScope(model.body, bindTask) }, unbound };
}

function bindScope(scope: Scope, bindTask: (task: ServiceTask) => ServiceTask): Scope {
  const elements = Object.entries(scope.elements).map(([id, element]): [string, Element] => {
    if (element.type === 'serviceTask') return [id, bindTask(element)];
    return 'body' in element
      ? [id, { ...element, body: bindScope(element.body, bindTask) }]
      : [id, element];
  });
  return { ...scope, elements: Object.fromEntries(elements) };
}

function unboundFinding({ id, name }: ServiceTask, { kind, name: text }: ForeignWork): Finding {
  const advice =
    kind === 'decision'
      ? 'DMN 决策还不能由任务调用，请改用 FEEL 脚本任务，或在任务上选择 adapter'
      : '请在“外部任务对照”中为它选择适配器，或在任务上直接选择 adapter';
  return {
    severity: 'error',
    rule: WORK_UNBOUND,
    element: id,
    message: `任务“${name ?? id}”的外部程序 ${kind}“${text}”还没有对应的适配器；${advice}。`,
    attribute: kind,
    text,
    advice,
  };
}
