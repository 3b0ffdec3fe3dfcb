/** What a drawing is made of. All figures are pixels, the origin is at the top left. */
import type { BpmnNode } from 'bpmn-moddle';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export interface Shape {
  node: BpmnNode;
  box: Box;
}

export interface Line {
  node: BpmnNode;
  points: Point[];
}

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  lines: Line[];
}

export const GAP = { x: 60, y: 60 };
export const PADDING = 40;
/** Width of the strip that bears a pool's or lane's name. */
export const LABEL = 30;

export const centre = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** The same drawing at another place. */
export function moved<T extends Pick<Drawing, 'shapes' | 'lines'>>(drawing: T, by: Point): T {
  return {
    ...drawing,
    shapes: drawing.shapes.map(({ node, box }) => ({
      node,
      box: { ...box, x: box.x + by.x, y: box.y + by.y },
    })),
    lines: drawing.lines.map(({ node, points }) => ({
      node,
      points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    })),
  };
}
