/** Draws a whole file: pools one below the other, or each process on a sheet of its own. */
import type { BpmnNode } from 'bpmn-moddle';
import { child, children, is } from '../compiler/moddle.js';
import { LABEL, moved, type Box, type Drawing, type Line, type Shape } from './drawing.js';
import { straight } from './route.js';
import { drawScope } from './scope.js';

/** One sheet: what it shows, and the drawing. */
export interface Sheet {
  element: BpmnNode;
  drawing: Pick<Drawing, 'shapes' | 'lines'>;
}

const BETWEEN_POOLS = 40;
const MARGIN = { x: 160, y: 80 };
const BLACK_BOX = 60;

export function sheetsOf(definitions: BpmnNode): Sheet[] {
  const roots = children(definitions, 'rootElements');
  const collaboration = roots.find(
    (root) => is(root, 'Collaboration') && children(root, 'participants').length > 0,
  );
  if (collaboration)
    return [{ element: collaboration, drawing: moved(drawPools(collaboration), MARGIN) }];
  return roots
    .filter((root) => is(root, 'Process'))
    .sort((one, other) => Number(isSketch(one)) - Number(isSketch(other)))
    .map((element) => {
      const { shapes, lines } = drawScope(element);
      // Without a pool there is nothing that a lane could be part of.
      const drawing = { shapes: shapes.filter(({ node }) => !is(node, 'Lane')), lines };
      return { element, drawing: moved(drawing, MARGIN) };
    });
}

const isSketch = (process: BpmnNode): boolean => process.get('isExecutable') === false;

function drawPools(collaboration: BpmnNode): Pick<Drawing, 'shapes' | 'lines'> {
  const pools = children(collaboration, 'participants').map((participant) => {
    const process = child(participant, 'processRef');
    const filled = process && children(process, 'flowElements').length > 0;
    return { participant, drawing: filled ? drawScope(process) : undefined };
  });
  const width = LABEL + Math.max(400, ...pools.map(({ drawing }) => drawing?.width ?? 0));
  const shapes: Shape[] = [];
  const lines: Line[] = [];
  let y = 0;
  for (const { participant, drawing } of pools) {
    const height = drawing?.height ?? BLACK_BOX;
    shapes.push({ node: participant, box: { x: 0, y, width, height } });
    if (drawing) {
      const inside = moved(drawing, { x: LABEL, y });
      shapes.push(...inside.shapes.map((shape) => stretched(shape, width)));
      lines.push(...inside.lines);
    }
    y += height + BETWEEN_POOLS;
  }
  const boxes = new Map(shapes.map(({ node, box }) => [node, box]));
  return { shapes, lines: [...lines, ...messageFlows(collaboration, boxes)] };
}

/** Lanes reach to the right border of their pool. */
const stretched = ({ node, box }: Shape, width: number): Shape => ({
  node,
  box: is(node, 'Lane') ? { ...box, width: width - box.x } : box,
});

function messageFlows(collaboration: BpmnNode, boxes: ReadonlyMap<BpmnNode, Box>): Line[] {
  return children(collaboration, 'messageFlows').flatMap((flow) => {
    const [source, target] = ['sourceRef', 'targetRef'].map((end) => child(flow, end));
    const [from, to] = [source && boxes.get(source), target && boxes.get(target)];
    return from && to ? [{ node: flow, points: straight(from, to) }] : [];
  });
}
