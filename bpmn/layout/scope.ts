/** Draws the content of a process or sub-process, sub-processes open. */
import type { BpmnNode } from 'bpmn-moddle';
import { child, children, is } from '../compiler/moddle.js';
import {
  GAP,
  LABEL,
  moved,
  PADDING,
  type Box,
  type Drawing,
  type Line,
  type Shape,
} from './drawing.js';
import type { Edge } from './graph.js';
import { gridOf, type Grid } from './grid.js';
import { route, straight } from './route.js';

type Size = Pick<Box, 'width' | 'height'>;

const EVENT: Size = { width: 36, height: 36 };
const GATEWAY: Size = { width: 50, height: 50 };
const TASK: Size = { width: 100, height: 80 };
const DATA: Size = { width: 36, height: 50 };
const NOTE: Size = { width: 100, height: 40 };

export function drawScope(container: BpmnNode): Drawing {
  const all = children(container, 'flowElements').filter((node) => is(node, 'FlowNode'));
  const nodes = all.filter((node) => !is(node, 'BoundaryEvent'));
  const edges = edgesOf(container, nodes);
  const lanes = leafLanes(container);
  const laneOf = laneFinder(lanes, nodes, edges);
  const inner = new Map(
    nodes.filter((node) => is(node, 'SubProcess')).map((node) => [node, drawScope(node)]),
  );
  const sizeOf = (node: BpmnNode): Size => inner.get(node) ?? plainSize(node);
  const grid = gridOf(nodes, edges, laneOf, Math.max(1, lanes.length), sizeOf);

  const boxes = new Map(nodes.map((node) => [node, boxOf(node, grid, sizeOf(node))]));
  for (const [event, box] of boundaryBoxes(all, boxes)) boxes.set(event, box);
  const contents = [...inner].map(([node, drawing]) => moved(drawing, boxes.get(node)!));
  const beside = besideFlow(container, grid);
  for (const { node, box } of beside.shapes) boxes.set(node, box);

  const shapes: Shape[] = [...boxes].map(([node, box]) => ({ node, box }));
  const height = grid.height + beside.height;
  const bands = laneShapes(container, lanes, grid, height);
  const across = bands.depth * LABEL;
  const drawn = moved(
    {
      shapes: [...shapes, ...contents.flatMap((one) => one.shapes)],
      lines: [
        ...edges.flatMap((edge) => flowLine(edge, grid, boxes)),
        ...associations(container, boxes),
        ...contents.flatMap((one) => one.lines),
      ],
    },
    { x: across, y: 0 },
  );
  const width = Math.max(grid.width, beside.width) + across;
  return {
    width,
    height,
    shapes: [...bands.shapes(width), ...drawn.shapes],
    lines: drawn.lines,
  };
}

function edgesOf(container: BpmnNode, nodes: readonly BpmnNode[]): Edge[] {
  const known = new Set(nodes);
  return children(container, 'flowElements').flatMap((flow): Edge[] => {
    if (!is(flow, 'SequenceFlow')) return [];
    const from = child(flow, 'sourceRef');
    const target = child(flow, 'targetRef');
    const source = from && is(from, 'BoundaryEvent') ? child(from, 'attachedToRef') : from;
    return from && source && target && known.has(source) && known.has(target)
      ? [{ flow, from, source, target }]
      : [];
  });
}

function plainSize(node: BpmnNode): Size {
  if (is(node, 'Event')) return EVENT;
  return is(node, 'Gateway') ? GATEWAY : TASK;
}

function boxOf(node: BpmnNode, grid: Grid, { width, height }: Size): Box {
  const cell = grid.cells.get(node)!;
  const column = grid.columns[cell.column]!;
  const row = grid.rows[cell.lane]![cell.row]!;
  return {
    x: column.start + (column.size - width) / 2,
    y: row.start + (row.size - height) / 2,
    width,
    height,
  };
}

/** Along the lower border of their activity, from the right. */
function boundaryBoxes(
  all: readonly BpmnNode[],
  boxes: ReadonlyMap<BpmnNode, Box>,
): [BpmnNode, Box][] {
  const count = new Map<BpmnNode, number>();
  return all.flatMap((event): [BpmnNode, Box][] => {
    const host = is(event, 'BoundaryEvent') ? child(event, 'attachedToRef') : undefined;
    const border = host && boxes.get(host);
    if (!host || !border) return [];
    const index = count.get(host) ?? 0;
    count.set(host, index + 1);
    const x = border.x + border.width - EVENT.width * (index + 1) - 4 * index;
    return [[event, { ...EVENT, x, y: border.y + border.height - EVENT.height / 2 }]];
  });
}

function flowLine(
  { flow, from, source, target }: Edge,
  grid: Grid,
  boxes: ReadonlyMap<BpmnNode, Box>,
): Line[] {
  const end = (node: BpmnNode) => ({ box: boxes.get(node)!, cell: grid.cells.get(node)! });
  const boundary = from === source ? undefined : boxes.get(from);
  return [{ node: flow, points: route(grid, end(source), end(target), boundary) }];
}

/** Data and notes stand in a row of their own, below the flow. */
function besideFlow(container: BpmnNode, grid: Grid): { shapes: Shape[] } & Size {
  const data = children(container, 'flowElements').filter(
    (node) => is(node, 'DataObjectReference') || is(node, 'DataStoreReference'),
  );
  const notes = children(container, 'artifacts').filter((node) => is(node, 'TextAnnotation'));
  let x = PADDING;
  const shapes = [...data, ...notes].map((node): Shape => {
    const size = is(node, 'TextAnnotation') ? NOTE : DATA;
    const box = { ...size, x, y: grid.height };
    x += size.width + GAP.x;
    return { node, box };
  });
  return { shapes, width: x, height: shapes.length > 0 ? DATA.height + GAP.y : 0 };
}

function associations(container: BpmnNode, boxes: ReadonlyMap<BpmnNode, Box>): Line[] {
  const joined = (node: BpmnNode, source?: BpmnNode, target?: BpmnNode): Line[] => {
    const [from, to] = [source && boxes.get(source), target && boxes.get(target)];
    return from && to ? [{ node, points: straight(from, to) }] : [];
  };
  const data = children(container, 'flowElements').flatMap((activity) => [
    ...children(activity, 'dataInputAssociations').flatMap((one) =>
      joined(one, children(one, 'sourceRef')[0], activity),
    ),
    ...children(activity, 'dataOutputAssociations').flatMap((one) =>
      joined(one, activity, child(one, 'targetRef')),
    ),
  ]);
  const notes = children(container, 'artifacts').flatMap((one) =>
    is(one, 'Association') ? joined(one, child(one, 'sourceRef'), child(one, 'targetRef')) : [],
  );
  return [...data, ...notes];
}

interface LeafLane {
  lane: BpmnNode;
  /** The lanes around it, from the outermost. */
  around: BpmnNode[];
}

function leafLanes(container: BpmnNode): LeafLane[] {
  const inside = (set: BpmnNode, around: BpmnNode[]): LeafLane[] =>
    children(set, 'lanes').flatMap((lane) => {
      const inner = child(lane, 'childLaneSet');
      return inner ? inside(inner, [...around, lane]) : [{ lane, around }];
    });
  return children(container, 'laneSets').flatMap((set) => inside(set, []));
}

/** The lane of a node; one that stands in none goes with what it follows. */
function laneFinder(
  lanes: readonly LeafLane[],
  nodes: readonly BpmnNode[],
  edges: readonly Edge[],
): (node: BpmnNode) => number {
  const found = new Map<BpmnNode, number>();
  for (const [index, { lane }] of lanes.entries())
    for (const node of children(lane, 'flowNodeRef')) found.set(node, index);
  const entering = new Map<BpmnNode, Edge>();
  for (const edge of edges) if (!entering.has(edge.target)) entering.set(edge.target, edge);
  for (const node of nodes)
    if (!found.has(node)) {
      const before = entering.get(node);
      found.set(node, (before && found.get(before.source)) ?? 0);
    }
  return (node) => found.get(node) ?? 0;
}

/** Only a process has room for lanes' names; the shapes need the width that comes of the rest. */
function laneShapes(
  container: BpmnNode,
  lanes: readonly LeafLane[],
  grid: Grid,
  height: number,
): { depth: number; shapes: (width: number) => Shape[] } {
  if (lanes.length === 0 || !is(container, 'Process')) return { depth: 0, shapes: () => [] };
  const depth = Math.max(...lanes.map(({ around }) => around.length)) + 1;
  const bands = lanes.map(({ lane, around }, index) => {
    const { start, size } = grid.lanes[index]!;
    const bottom = index === lanes.length - 1 ? height : start + size;
    return { lane, around, top: start, bottom };
  });
  const shapes = (width: number): Shape[] => {
    const spans = new Map<BpmnNode, { top: number; bottom: number; level: number }>();
    for (const { lane, around, top, bottom } of bands)
      for (const [level, one] of [...around, lane].entries())
        spans.set(one, { top: spans.get(one)?.top ?? top, bottom, level });
    return [...spans].map(([node, { top, bottom, level }]) => ({
      node,
      box: { x: level * LABEL, y: top, width: width - level * LABEL, height: bottom - top },
    }));
  };
  return { depth, shapes };
}
