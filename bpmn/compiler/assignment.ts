/**
 * Who a task belongs to. What a task leaves out it takes from its lanes, innermost first; inside a
 * sub-process, from the lanes there and then from those of the sub-process itself.
 */
import type { Assignment } from '../model/process.js';
import type { Attributes } from './attributes.js';
import { readLevel } from './context.js';
import type { Findings } from './findings.js';
import { child, children, is, type BpmnNode } from './moddle.js';

export class Lanes {
  private readonly byNode = new Map<BpmnNode, BpmnNode[]>();

  constructor(
    private readonly attributes: (node: BpmnNode) => Attributes,
    private readonly findings: Findings,
  ) {}

  /** Learns the lanes of a process or sub-process. */
  enter(container: BpmnNode): void {
    for (const set of children(container, 'laneSets')) this.enterSet(set);
  }

  assignment(node: BpmnNode): Assignment {
    const sources = [node, ...this.outward(node)].map((source) => ({
      id: source.id ?? '',
      ...this.attributes(source),
    }));
    const line = sources.find((source) => source.line)?.line;
    const leveled = sources.find((source) => source.level);
    const level = readLevel(leveled?.level, leveled?.id ?? '', this.findings);
    const role = sources.find((source) => source.role)?.role;
    return { ...(line && { line }), ...(level && { level }), ...(role && { role }) };
  }

  /** Inner lane sets are learnt first, so a node's lanes stand innermost first. */
  private enterSet(set: BpmnNode): void {
    for (const lane of children(set, 'lanes')) {
      const inner = child(lane, 'childLaneSet');
      if (inner) this.enterSet(inner);
      for (const node of nodesIn(lane)) {
        const lanes = this.byNode.get(node) ?? [];
        if (!lanes.includes(lane)) this.byNode.set(node, [...lanes, lane]);
      }
    }
  }

  private *outward(node: BpmnNode): Generator<BpmnNode> {
    let at: BpmnNode | undefined = node;
    while (at && is(at, 'FlowNode')) {
      yield* this.byNode.get(at) ?? [];
      at = at.$parent;
    }
  }
}

/** A lane holds what its inner lanes hold, also where a tool does not repeat it. */
function nodesIn(lane: BpmnNode): BpmnNode[] {
  const inner = child(lane, 'childLaneSet');
  const innerNodes = inner ? children(inner, 'lanes').flatMap(nodesIn) : [];
  return [...children(lane, 'flowNodeRef'), ...innerNodes];
}
