/** A model made ready for a script: work that nobody holds passes through, held work waits. */
import type { Element, ProcessModel, Scope, ServiceTask, UserTask } from '../model/process.js';

/** The name under which held work without an adapter waits. */
const HELD = 'held';

interface Held {
  /** Ids of tasks without a person that wait for the script. */
  ids: ReadonlySet<string>;
  /** Those of them that wait as a person's task does: where an adapter cannot set variables. */
  asTasks: ReadonlySet<string>;
  /** Decisions that there are. */
  decided: ReadonlySet<string>;
}

/** A copy in which exactly the held service and script tasks wait for the script. */
export function prepare(
  model: ProcessModel,
  ids: ReadonlySet<string>,
  asTasks: ReadonlySet<string> = new Set(),
): ProcessModel {
  const held = { ids, asTasks, decided: new Set(Object.keys(model.decisions ?? {})) };
  return prepareProcess(model, held);
}

function prepareProcess(model: ProcessModel, held: Held): ProcessModel {
  return {
    ...model,
    body: prepareScope(model.body, held),
    called: Object.fromEntries(
      Object.entries(model.called).map(([id, called]) => [id, prepareProcess(called, held)]),
    ),
  };
}

function prepareScope(scope: Scope, held: Held): Scope {
  const elements = Object.entries(scope.elements).map(([id, element]) => {
    const prepared = prepareElement(element, held);
    return [id, held.asTasks.has(id) ? asTask(prepared) : prepared];
  });
  return { ...scope, elements: Object.fromEntries(elements) as Scope['elements'] };
}

function asTask(element: Element): Element {
  if (element.type !== 'serviceTask' || element.message) return element;
  const { adapter: _adapter, level: _level, ...activity } = element;
  return { ...activity, type: 'userTask', assignment: {}, outcomes: [] } satisfies UserTask;
}

function prepareElement(element: Element, { ids, asTasks, decided }: Held): Element {
  const held = ids.has(element.id);
  switch (element.type) {
    case 'serviceTask':
      return { ...element, adapter: held ? (element.adapter ?? HELD) : undefined };
    case 'scriptTask': {
      if (!held) return element;
      const { script: _script, resultVariable: _result, ...activity } = element;
      return { ...activity, type: 'serviceTask', adapter: HELD } satisfies ServiceTask;
    }
    case 'businessRuleTask': {
      // a decision that is nowhere to be found is an unbound task: it passes
      if (!held && decided.has(element.decision)) return element;
      const { decision: _decision, resultVariable: _result, ...activity } = element;
      return { ...activity, type: 'serviceTask', ...(held ? { adapter: HELD } : {}) };
    }
    case 'task':
    case 'manualTask':
      return held ? { ...element, type: 'serviceTask', adapter: HELD } : element;
    case 'subProcess':
    case 'adHocSubProcess':
    case 'eventSubProcess':
      return { ...element, body: prepareScope(element.body, { ids, asTasks, decided }) };
    default:
      return element;
  }
}
