/** What a lint rule of ours is: it looks at a process that compiles, one scope after another. */
import type { Element, ProcessModel, Scope, SequenceFlow } from '../model/process.js';

export interface Rule {
  /** English, kebab-case, stable. */
  name: string;
  severity: 'error' | 'warning';
  check(scope: Scope, report: Report, model: ProcessModel): void;
}

/** Says of an element, in Chinese, what is wrong and what to do. */
export type Report = (element: string, message: string) => void;

/** The process's own scope and those of all its sub-processes. */
export function* scopesOf(scope: Scope): Generator<Scope> {
  yield scope;
  for (const element of Object.values(scope.elements))
    if (element.type === 'subProcess') yield* scopesOf(element.body);
}

/** How an element is called in a message. */
export const nameOf = ({ id, name }: Element): string => name ?? id;

/** Flows and boundary events lead on. */
export function following(scope: Scope, element: Element): string[] {
  const targets = scope.flows
    .filter((flow: SequenceFlow) => flow.source === element.id)
    .map((flow) => flow.target);
  return 'boundary' in element ? [...targets, ...element.boundary] : targets;
}

/** Ids of all that can be reached from these elements, themselves included. */
export function reachable(scope: Scope, from: readonly string[]): Set<string> {
  const seen = new Set(from);
  // A set grows while it is walked.
  for (const id of seen) {
    const element = scope.elements[id];
    if (element) for (const next of following(scope, element)) seen.add(next);
  }
  return seen;
}
