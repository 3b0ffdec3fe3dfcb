/** The way of a flow: only through the gaps between columns and rows, so that it crosses no node. */
import { centre, GAP, type Box, type Point } from './drawing.js';
import type { Cell, Grid } from './grid.js';

interface End {
  box: Box;
  cell: Cell;
}

/** @param boundary the box of the boundary event that the flow leaves, if it leaves one */
export function route(grid: Grid, source: End, target: End, boundary?: Box): Point[] {
  const entry = { x: target.box.x, y: centre(target.box).y };
  const before = (grid.columns[target.cell.column]?.start ?? 0) - GAP.x / 2;
  const exit = { x: source.box.x + source.box.width, y: centre(source.box).y };
  if (!boundary && target.cell.column === source.cell.column + 1)
    return exit.y === entry.y
      ? [exit, entry]
      : [exit, { x: before, y: exit.y }, { x: before, y: entry.y }, entry];
  const row = grid.rows[source.cell.lane]?.[source.cell.row];
  const below = (row ? row.start + row.size : exit.y) + GAP.y / 2;
  const end = [{ x: before, y: below }, { x: before, y: entry.y }, entry];
  if (boundary) {
    const { x } = centre(boundary);
    return [{ x, y: boundary.y + boundary.height }, { x, y: below }, ...end];
  }
  const column = grid.columns[source.cell.column];
  const after = (column ? column.start + column.size : exit.x) + GAP.x / 2;
  return [exit, { x: after, y: exit.y }, { x: after, y: below }, ...end];
}

/** From border to border, straight. */
export function straight(source: Box, target: Box): Point[] {
  const [from, to] = [centre(source), centre(target)];
  const down = to.y >= from.y;
  return [
    { x: from.x, y: down ? source.y + source.height : source.y },
    { x: to.x, y: down ? target.y : target.y + target.height },
  ];
}
