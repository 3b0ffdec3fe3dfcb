/** Walking a process. */
import type { Element, ProcessModel, Scope } from './process.js';

/** All elements of a process, of the sub-processes in it, and of what it calls as parts of itself. */
export function elementsOf({ body, called }: ProcessModel): Element[] {
  return [...within(body), ...Object.values(called).flatMap(elementsOf)];
}

function within({ elements }: Scope): Element[] {
  return Object.values(elements).flatMap((element) => [
    element,
    ...('body' in element ? within(element.body) : []),
  ]);
}
