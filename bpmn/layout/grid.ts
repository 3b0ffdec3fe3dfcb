/** Where the nodes of a scope stand: a column by the flow, a row within the lane. */
import type { BpmnNode } from 'bpmn-moddle';
import { GAP, PADDING, type Box } from './drawing.js';
import { columnsOf, type Edge } from './graph.js';

export interface Cell {
  column: number;
  lane: number;
  row: number;
}

interface Span {
  start: number;
  size: number;
}

/** Cells, and the pixels of columns, rows and lanes. */
export interface Grid {
  cells: Map<BpmnNode, Cell>;
  columns: Span[];
  /** By lane, then row. */
  rows: Span[][];
  lanes: Span[];
  width: number;
  height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

export function gridOf(
  nodes: readonly BpmnNode[],
  edges: readonly Edge[],
  laneOf: (node: BpmnNode) => number,
  laneCount: number,
  sizeOf: (node: BpmnNode) => Size,
): Grid {
  const cells = cellsOf(nodes, edges, laneOf);
  const widths: number[] = [];
  const heights: number[][] = Array.from({ length: laneCount }, () => []);
  for (const [node, { column, lane, row }] of cells) {
    const { width, height } = sizeOf(node);
    widths[column] = Math.max(widths[column] ?? 0, width);
    const rows = heights[lane]!;
    rows[row] = Math.max(rows[row] ?? 0, height);
  }
  const columns = spans(widths, PADDING, GAP.x);
  const lanes: Span[] = [];
  const rows: Span[][] = [];
  let top = 0;
  for (const lane of heights) {
    const inside = spans(lane, top + GAP.y / 2, GAP.y);
    const last = inside.at(-1);
    const size = Math.max(120, (last ? last.start + last.size : top + GAP.y / 2) + GAP.y - top);
    rows.push(inside);
    lanes.push({ start: top, size });
    top += size;
  }
  const last = columns.at(-1);
  return {
    cells,
    columns,
    rows,
    lanes,
    width: last ? last.start + last.size + PADDING : 200,
    height: top,
  };
}

/** Holes count as nothing, for a row or column may be empty. */
function spans(sizes: readonly (number | undefined)[], start: number, gap: number): Span[] {
  let at = start;
  return Array.from(sizes, (size = 0) => {
    const span = { start: at, size };
    at += size + gap;
    return span;
  });
}

function cellsOf(
  nodes: readonly BpmnNode[],
  edges: readonly Edge[],
  laneOf: (node: BpmnNode) => number,
): Map<BpmnNode, Cell> {
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const columns = columnsOf(nodes, edges);
  const cells = new Map<BpmnNode, Cell>();
  const free = new FreeRows();
  const place = (node: BpmnNode, column: number, wanted: number): void => {
    const lane = laneOf(node);
    cells.set(node, { column, lane, row: free.take(column, lane, wanted) });
  };
  const entering = new Map<BpmnNode, Edge[]>(nodes.map((node) => [node, []]));
  for (const edge of edges) entering.get(edge.target)?.push(edge);
  const byColumn = nodes
    .filter((node) => linked.has(node))
    .sort((one, other) => (columns.get(one) ?? 0) - (columns.get(other) ?? 0));
  for (const node of byColumn)
    place(node, columns.get(node) ?? 0, wantedRow(entering.get(node)!, laneOf(node), cells));
  // What no flow reaches (event sub-processes, handlers) stands side by side below the rest.
  for (const [index, node] of nodes.filter((one) => !linked.has(one)).entries()) {
    place(node, index, free.below(index, laneOf(node)));
  }
  return cells;
}

/** Which rows of a column and lane are free still. */
class FreeRows {
  /** By column and lane: from a taken row to one below it from which on to look. */
  private readonly next = new Map<string, Map<number, number>>();
  private readonly lowest = new Map<string, number>();

  /** Takes the first free row from the wanted one on. */
  take(column: number, lane: number, wanted: number): number {
    const key = `${column} ${lane}`;
    const next = this.next.get(key) ?? new Map<number, number>();
    this.next.set(key, next);
    const passed: number[] = [];
    let row = wanted;
    for (let below = next.get(row); below !== undefined; below = next.get(row)) {
      passed.push(row);
      row = below;
    }
    for (const one of [...passed, row]) next.set(one, row + 1);
    this.lowest.set(key, Math.max(this.lowest.get(key) ?? -1, row));
    return row;
  }

  /** The row below all that are taken. */
  below(column: number, lane: number): number {
    return (this.lowest.get(`${column} ${lane}`) ?? -1) + 1;
  }
}

/** Beside what it follows; below, where it follows a boundary event. */
function wantedRow(
  entering: readonly Edge[],
  lane: number,
  cells: ReadonlyMap<BpmnNode, Cell>,
): number {
  for (const { from, source } of entering) {
    const cell = cells.get(source);
    if (cell?.lane === lane) return from === source ? cell.row : cell.row + 1;
  }
  return 0;
}
