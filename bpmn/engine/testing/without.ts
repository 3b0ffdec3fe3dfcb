/** A process as a next version often is: an element has gone, with its flows and boundary events. */
import type { ProcessModel, Scope } from '../../model/process.js';

/** @param chance picks the element among those that may go: neither a start nor a transaction's cancel */
export function without(model: ProcessModel, chance: number): ProcessModel {
  const next = structuredClone(model);
  const { elements } = next.body;
  const gone = Object.values(elements).filter(
    (element) =>
      element.type !== 'startEvent' &&
      !(element.type === 'boundaryEvent' && element.definition.type === 'cancel'),
  );
  if (gone.length > 0) remove(next.body, gone[chance % gone.length]!.id);
  return next;
}

function remove(scope: Scope, gone: string): void {
  const cut = new Set<string>();
  scope.flows = scope.flows.filter(({ id, source, target }) => {
    if (source === gone || target === gone) cut.add(id);
    return !cut.has(id);
  });
  delete scope.elements[gone];
  for (const element of Object.values(scope.elements)) {
    element.incoming = element.incoming.filter((id) => !cut.has(id));
    element.outgoing = element.outgoing.filter((id) => !cut.has(id));
    if ('boundary' in element) element.boundary = element.boundary.filter((id) => id !== gone);
    if (element.type === 'boundaryEvent' && element.attachedTo === gone) remove(scope, element.id);
  }
}
