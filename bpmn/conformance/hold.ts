/** A model made ready for a script: work that nobody holds passes through, held work waits. */
import type { Element, ProcessModel, Scope, ServiceTask } from '../model/process.js';

/** The name under which held work without an adapter waits. */
const HELD = 'held';

/** A copy in which exactly the held service and script tasks wait for the script. */
export function prepare(
  model: ProcessModel,
  hold: ReadonlySet<string>,
  decided: ReadonlySet<string> = new Set(Object.keys(model.decisions ?? {})),
): ProcessModel {
  return {
    ...model,
    body: prepareScope(model.body, hold, decided),
    called: Object.fromEntries(
      Object.entries(model.called).map(([id, called]) => [id, prepare(called, hold, decided)]),
    ),
  };
}

function prepareScope(
  scope: Scope,
  hold: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Scope {
  const elements = Object.entries(scope.elements).map(([id, element]) => [
    id,
    prepareElement(element, hold, decided),
  ]);
  return { ...scope, elements: Object.fromEntries(elements) as Scope['elements'] };
}

function prepareElement(
  element: Element,
  hold: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Element {
  const held = hold.has(element.id);
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
      return { ...element, body: prepareScope(element.body, hold, decided) };
    default:
      return element;
  }
}
