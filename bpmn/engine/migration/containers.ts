/** What a scope knows of its tokens: where some wait for others, what is still to begin. */
import type { Container, Instance } from '../state.js';
import { moveCompleted } from './completed.js';
import type { Versions } from './versions.js';

export function moveContainer(versions: Versions, instance: Instance): void {
  const { container } = instance;
  if (!container) return;
  const before = versions.old.body(versions.was(instance.id)).scope;
  const scope = versions.scopeIn(instance);
  const there = (id: string): string[] => {
    const was = before.elements[id];
    const element = was && versions.counterpart(scope, was);
    return element ? [element.id] : [];
  };
  const flows = (ids: string[]): string[] => ids.flatMap((id) => versions.flow(instance, id) ?? []);
  const moved: Container = { ...container, waiting: {} };
  for (const [flow, count] of Object.entries(container.waiting))
    for (const id of flows([flow])) moved.waiting[id] = count;
  if (container.completed)
    moved.completed = moveCompleted(versions, before, scope, container.completed);
  if (container.resetting)
    moved.resetting = Object.fromEntries(
      Object.entries(container.resetting).flatMap(([id, came]) =>
        there(id).map((gateway) => [gateway, flows(came)]),
      ),
    );
  if (container.adHoc)
    moved.adHoc = { ...container.adHoc, pending: container.adHoc.pending.flatMap(there) };
  instance.container = moved;
}
