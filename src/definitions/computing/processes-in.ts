import type { BpmnNode } from 'bpmn-moddle';
import type { ProcessModel } from '../../../bpmn/model/process.js';

interface Root {
  $type: string;
  id?: string;
  name?: string;
}

/** The processes of a file that can be kept, the ones that are meant to run first. */
export function processesIn(
  definitions: BpmnNode | undefined,
  models: readonly ProcessModel[],
): { id: string; name: string }[] {
  const roots = (definitions?.get('rootElements') ?? []) as Root[];
  const order = new Map(models.map(({ id }, place) => [id, place]));
  const rank = (id: string): number => order.get(id) ?? order.size;
  return roots
    .filter(({ $type, id }) => $type === 'bpmn:Process' && id !== undefined)
    .map(({ id = '', name }) => ({ id, name: name ?? id }))
    .sort((one, other) => rank(one.id) - rank(other.id));
}
