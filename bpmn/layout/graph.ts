/** The flow of one scope as a graph: what follows what, and in which column each node stands. */
import type { BpmnNode } from 'bpmn-moddle';

export interface Edge {
  flow: BpmnNode;
  /** The node or boundary event that the flow leaves. */
  from: BpmnNode;
  /** The same, but the activity a boundary event is attached to. */
  source: BpmnNode;
  target: BpmnNode;
}

/** Column by node: one more than that of all it follows; flows that lead back do not count. */
export function columnsOf(
  nodes: readonly BpmnNode[],
  edges: readonly Edge[],
): Map<BpmnNode, number> {
  const forward = withoutReturns(nodes, edges);
  const columns = new Map<BpmnNode, number>();
  const before = new Map<BpmnNode, BpmnNode[]>();
  for (const { source, target } of forward) {
    const others = before.get(target);
    if (others) others.push(source);
    else before.set(target, [source]);
  }
  // In an order in which all that precedes a node comes before it.
  for (const node of ordered(nodes, forward)) {
    const last = (before.get(node) ?? []).reduce(
      (most, one) => Math.max(most, columns.get(one) ?? 0),
      -1,
    );
    columns.set(node, last + 1);
  }
  return columns;
}

/** The edges that do not lead back to where they came from. */
function withoutReturns(nodes: readonly BpmnNode[], edges: readonly Edge[]): Edge[] {
  const leaving = groupBySource(edges);
  const state = new Map<BpmnNode, 'open' | 'done'>();
  const forward: Edge[] = [];
  const entered = new Set(edges.map(({ target }) => target));
  const roots = [...nodes.filter((node) => !entered.has(node)), ...nodes];
  for (const root of roots) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = leaving.get(top.node)?.[top.next++];
      if (!edge) {
        state.set(top.node, 'done');
        stack.pop();
      } else if (state.get(edge.target) !== 'open') {
        forward.push(edge);
        if (!state.has(edge.target)) {
          state.set(edge.target, 'open');
          stack.push({ node: edge.target, next: 0 });
        }
      }
    }
  }
  return forward;
}

function ordered(nodes: readonly BpmnNode[], edges: readonly Edge[]): BpmnNode[] {
  const waiting = new Map(nodes.map((node) => [node, 0]));
  for (const { target } of edges) waiting.set(target, (waiting.get(target) ?? 0) + 1);
  const leaving = groupBySource(edges);
  const ready = nodes.filter((node) => waiting.get(node) === 0);
  // The list grows while it is walked.
  for (const node of ready)
    for (const { target } of leaving.get(node) ?? []) {
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0) ready.push(target);
    }
  return ready;
}

function groupBySource(edges: readonly Edge[]): Map<BpmnNode, Edge[]> {
  const leaving = new Map<BpmnNode, Edge[]>();
  for (const edge of edges) {
    const known = leaving.get(edge.source);
    if (known) known.push(edge);
    else leaving.set(edge.source, [edge]);
  }
  return leaving;
}
