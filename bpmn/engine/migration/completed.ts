/** What may have to be undone is looked for by its element, at whatever time that is. */
import type { Scope, SubProcess } from '../../model/process.js';
import type { Completed, Instance } from '../state.js';
import type { Versions } from './versions.js';

/** @returns what can be undone in the new version as well; the rest stands in the way */
export function moveCompleted(
  versions: Versions,
  before: Scope,
  scope: Scope | undefined,
  all: Completed[],
): Completed[] {
  return all.flatMap((one) => {
    const was = before.elements[one.element];
    const element = was && versions.counterpart(scope, was);
    if (!element) return [];
    if (one.inside === undefined) {
      if ('compensation' in element && element.compensation !== undefined)
        return { ...one, element: element.id };
      const label = was.name ?? was.id;
      const message = `“${label}”已经完成、以后可能要撤销，新版本却没有撤销它的环节，请在新版本中保留。`;
      return versions.refuse(was.id, 'not-undoable', message) ?? [];
    }
    // what something was completed in has a body, in both versions
    const [old, now] = [was as SubProcess, element as SubProcess];
    const inside = moveCompleted(versions, old.body, now.body, one.inside);
    return { ...one, element: element.id, inside };
  });
}

/** What is being undone, and what the instances of a multi-instance left to undo. */
export function moveCompensation(versions: Versions, instance: Instance): void {
  const { undoing, multi } = instance;
  if (undoing)
    instance.undoing = {
      ...undoing,
      left: undoing.left.flatMap((one) => {
        const before = versions.old.body(versions.old.container(versions.was(one.in))).scope;
        const scope = versions.scopeIn(versions.run.instance(one.in));
        const moved = moveCompleted(versions, before, scope, [one]);
        return moved.map((done) => ({ ...done, in: one.in }));
      }),
    };
  if (multi?.undo) {
    const before = versions.old.body(versions.old.scopeOf(versions.was(instance.id))).scope;
    const scope = versions.scopeAround(instance.id);
    multi.undo = moveCompleted(versions, before, scope, multi.undo);
  }
}
