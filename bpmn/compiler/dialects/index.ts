/** The dialects that are read, in order of precedence: what an earlier one says, stands. */
import type { Attributes, Dialect, ForeignReader } from '../attributes.js';
import type { BpmnNode } from '../moddle.js';
import { camunda } from './camunda.js';
import { onestop } from './onestop.js';
import { standard } from './standard.js';
import { zeebe } from './zeebe.js';

const dialects: readonly Dialect[] = [onestop, zeebe, camunda, standard];

/** Everything the file says about an element beyond its place in the flow. */
export function readAttributes(node: BpmnNode, foreign: ForeignReader): Attributes {
  const read = dialects.map((dialect) => dialect.read(node, foreign));
  const unsupported = read.flatMap((attributes) => attributes.unsupported ?? []);
  const merged: Attributes = {};
  for (const attributes of read.reverse()) Object.assign(merged, present(attributes));
  return { ...merged, unsupported };
}

const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([, value]: [string, unknown]) => value !== undefined),
  );
