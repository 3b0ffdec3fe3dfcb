/** The dialects that are read, in order of precedence: what an earlier one says, stands. */
import type { Attributes, Dialect, ForeignReader, Refusal } from '../attributes.js';
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
  return { ...merged, unsupported: [...unsupported, ...decisions(merged)] };
}

/** Decisions are read but not taken yet. */
const decisions = ({ decision, adapter }: Attributes): Refusal[] =>
  decision !== undefined && adapter === undefined
    ? [
        {
          attribute: 'decision',
          text: decision,
          advice: 'DMN 决策暂不能执行，请改用 FEEL 脚本任务，或为它选择 adapter',
        },
      ]
    : [];

const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([, value]: [string, unknown]) => value !== undefined),
  );
