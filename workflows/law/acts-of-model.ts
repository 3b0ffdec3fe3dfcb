/** Which official acts a diagram has tasks for. */
import type { ProcessModel, Scope } from '../../bpmn/model/process.js';

/** Acts of the user tasks of the process and of those it calls as scopes. */
export function actsOf(model: ProcessModel): ReadonlySet<string> {
  const acts = new Set<string>();
  collect(model.body, acts);
  for (const called of Object.values(model.called)) collect(called.body, acts);
  return acts;
}

function collect(scope: Scope, acts: Set<string>): void {
  for (const element of Object.values(scope.elements)) {
    if (element.type === 'userTask' && element.act) acts.add(element.act);
    if ('body' in element) collect(element.body, acts);
  }
}
