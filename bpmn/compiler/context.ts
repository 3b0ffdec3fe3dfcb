/** What the compilers of elements share while one file is read. */
import type { Assignment } from '../model/process.js';
import type { Element, Level, Scope } from '../model/process.js';
import type { Attributes } from './attributes.js';
import type { MessageFlows } from './collaboration.js';
import type { Correlations } from './correlation.js';
import type { ExpressionReader } from './expressions.js';
import type { Findings } from './findings.js';
import type { BpmnNode } from './moddle.js';

/** The place of an element in its scope's flow. */
export interface Place {
  id: string;
  name?: string;
  incoming: string[];
  outgoing: string[];
}

export interface Compiling {
  findings: Findings;
  expressions: ExpressionReader;
  attributes(node: BpmnNode): Attributes;
  /** Assignment of a flow node: its own words, then those of its lanes from the innermost outward. */
  assignment(node: BpmnNode): Assignment;
  /** The text of a reference that names nothing. */
  dangling(node: BpmnNode, property: string): string | undefined;
  scope(container: BpmnNode): Scope;
  flows: MessageFlows;
  correlations: Correlations;
  /** Ids of the file's global tasks: what is called but is no process. */
  globalTasks: ReadonlySet<string>;
}

/** Compiles one type of flow node. Undefined, with a finding, when it cannot be carried out. */
export type ElementCompiler = (
  node: BpmnNode,
  place: Place,
  compiling: Compiling,
) => Element | undefined;

const levels: readonly string[] = [
  'province',
  'city',
  'county',
  'township',
  'village',
] satisfies Level[];

/** A level code of `docs/glossary.md`; anything else is an error. */
export function readLevel(
  value: string | undefined,
  element: string,
  findings: Findings,
): Level | undefined {
  if (value === undefined) return undefined;
  if (levels.includes(value)) return value as Level;
  findings.error(
    'unknown-level',
    element,
    `层级“${value}”不存在，请改为 city、county、township 或 village（适配器还可用 province）。`,
  );
  return undefined;
}
