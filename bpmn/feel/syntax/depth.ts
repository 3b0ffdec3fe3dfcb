import { partsOf, type Node } from './ast.js';

/** Levels of parts within one another. */
export const depthOf = (node: Node): number =>
  1 + partsOf(node).reduce((most, part) => Math.max(most, depthOf(part)), 0);
